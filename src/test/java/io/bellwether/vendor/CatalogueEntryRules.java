package io.bellwether.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes an entry of the catalogue well-formed. */
final class CatalogueEntryRules {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CATEGORY = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]+\\.)+[a-z]{2,}");
    private static final Pattern TICKER = Pattern.compile("[A-Z]{1,5}");
    private static final Pattern CIK = Pattern.compile("\\d{1,10}");

    private static final Set<String> FORMATS = Set.of(
            "STATUSPAGE",
            "INCIDENT_IO",
            "STATUS_IO",
            "SALESFORCE_TRUST",
            "GOOGLE",
            "AWS",
            "AZURE_RSS",
            "RSS",
            "SLACK",
            "ADOBE",
            "ZENDESK",
            "HEROKU",
            "OTHER_JSON",
            "NONE");

    /** Each kind of evidence, and whether it was gathered on a known day. */
    private static final Map<String, Boolean> DATED_EVIDENCE = Map.of(
            "LIVE_2026_09", true,
            "LIVE_2026_08", true,
            "CATALOGUE", true,
            "CODE", false,
            "REPORTED", false,
            "UNVERIFIED", false);

    private static final Set<String> FIELDS = Set.of(
            "slug", "name", "category", "website", "domains", "statusPage", "legalEntity", "verifiedAt", "notes");

    private final JsonNode entry;
    private final List<String> faults = new ArrayList<>();

    private CatalogueEntryRules(JsonNode entry) {
        this.entry = entry;
    }

    /** What is wrong with the entry, in words; nothing when it is sound. */
    static List<String> faults(JsonNode entry) {
        var rules = new CatalogueEntryRules(entry);
        rules.check();
        return rules.faults;
    }

    private void check() {
        onlyFields(entry, FIELDS);
        onlyFields(entry.path("statusPage"), Set.of("url", "format", "machineUrl", "evidence"));
        onlyFields(entry.path("legalEntity"), Set.of("ticker", "cik"));
        matches("/slug", SLUG);
        matches("/category", CATEGORY);
        require(!text("/name").isBlank(), "the name is blank");
        require(isHttps("/website"), "the website is not an https URL");
        checkDomains();
        checkStatusPage();
        checkLegalEntity();
        checkEvidence();
        require(!entry.has("notes") || !text("/notes").isBlank(), "the notes are blank");
    }

    private void checkDomains() {
        require(!entry.path("domains").isEmpty(), "there is no domain");
        entry.path("domains")
                .forEach(domain -> require(DOMAIN.matcher(domain.asText()).matches(), domain + " is not a domain"));
    }

    private void checkStatusPage() {
        String format = text("/statusPage/format");
        require(FORMATS.contains(format), "the format is unknown: " + format);
        require(isHttps("/statusPage/url") || (format.equals("NONE") && isAbsent("/statusPage/url")), "no URL");
        require(isAbsent("/statusPage/machineUrl") || isHttps("/statusPage/machineUrl"), "the machine URL is no URL");
    }

    private void checkLegalEntity() {
        require(entry.path("legalEntity").isObject(), "there is no legal entity");
        if (!isAbsent("/legalEntity/ticker")) {
            matches("/legalEntity/ticker", TICKER);
        }
        if (!isAbsent("/legalEntity/cik")) {
            matches("/legalEntity/cik", CIK);
        }
    }

    private void checkEvidence() {
        String evidence = text("/statusPage/evidence");
        require(DATED_EVIDENCE.containsKey(evidence), "the evidence is unknown: " + evidence);
        require(entry.has("verifiedAt"), "there is no verifiedAt");
        require(DATED_EVIDENCE.getOrDefault(evidence, false) != isAbsent("/verifiedAt"), "evidence and date disagree");
        if (!isAbsent("/verifiedAt")) {
            require(isDate(text("/verifiedAt")), "verifiedAt is not a date");
        }
    }

    private void onlyFields(JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> require(known.contains(name), name + " is not a field"));
    }

    private void matches(String pointer, Pattern pattern) {
        require(pattern.matcher(text(pointer)).matches(), pointer + " does not match " + pattern);
    }

    private void require(boolean held, String fault) {
        if (!held) {
            faults.add(fault);
        }
    }

    private String text(String pointer) {
        return entry.at(pointer).asText();
    }

    private boolean isAbsent(String pointer) {
        return entry.at(pointer).isMissingNode() || entry.at(pointer).isNull();
    }

    private boolean isHttps(String pointer) {
        try {
            URI uri = URI.create(text(pointer));
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
