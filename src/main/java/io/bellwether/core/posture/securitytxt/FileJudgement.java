package io.bellwether.core.posture.securitytxt;

import io.bellwether.core.language.PlainText;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Answer;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What is to be said of a file that is there. */
final class FileJudgement {

    /** A year and a day, so that a file renewed for a whole year is within it whatever its time of day. */
    private static final Duration YEAR = Duration.ofDays(367);

    private static final int MOST_SHOWN = 5;
    private static final int LONGEST_SHOWN = 200;

    private final SecurityTxtEvidence evidence;
    private final Answer answer;
    private final SecurityTxt file;

    FileJudgement(SecurityTxtEvidence evidence, Answer answer) {
        this.evidence = evidence;
        this.answer = answer;
        this.file = SecurityTxt.parse(answer.text());
    }

    List<CheckResult> results() {
        return List.of(place(), contact(), expiry(), canonical(), form(), signature());
    }

    private CheckResult place() {
        Map<String, Object> seen = Map.of("url", answer.url(), "redirects", shown(answer.redirects()));
        Stream<String> way = Stream.concat(answer.redirects().stream(), Stream.of(answer.url()));
        if (way.anyMatch(url -> !UriSyntax.scheme(url).equals("https"))) {
            return SecurityTxtRules.PRESENT.result("security-txt-in-the-clear", seen);
        }
        String host = UriSyntax.host(answer.url());
        if (!related(host, evidence.domain())) {
            return SecurityTxtRules.PRESENT
                    .result("security-txt-other-host", seen)
                    .because("The file of " + evidence.domain() + " is answered by "
                            + PlainText.cut(host, LONGEST_SHOWN) + "; make sure that this host is the vendor's too.");
        }
        boolean legacy = !answer.asked().endsWith("/.well-known/security.txt")
                && !answer.url().endsWith("/.well-known/security.txt");
        return SecurityTxtRules.PRESENT.result(legacy ? "security-txt-legacy-place" : "security-txt-present", seen);
    }

    private static boolean related(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain) || domain.endsWith("." + host);
    }

    private CheckResult contact() {
        List<String> contacts = file.values("contact");
        if (contacts.isEmpty()) {
            return SecurityTxtRules.CONTACT.result("contact-missing", Map.of());
        }
        boolean usable = contacts.stream().anyMatch(FileJudgement::usable);
        return SecurityTxtRules.CONTACT.result(
                usable ? "contact-present" : "contact-unusable", Map.of("contacts", shown(contacts)));
    }

    private CheckResult expiry() {
        List<String> values = file.values("expires");
        Map<String, Object> seen = Map.of("expires", shown(values));
        if (values.size() != 1) {
            return SecurityTxtRules.EXPIRY.result(values.isEmpty() ? "expiry-missing" : "expiry-repeated", seen);
        }
        return Expiry.read(values.getFirst())
                .map(end -> expiry(end, seen))
                .orElseGet(() -> SecurityTxtRules.EXPIRY.result("expiry-unreadable", seen));
    }

    private CheckResult expiry(Instant end, Map<String, Object> seen) {
        Instant now = evidence.observedAt();
        if (!end.isAfter(now)) {
            return SecurityTxtRules.EXPIRY
                    .result("expiry-passed", seen)
                    .because("The file has expired on " + end + " and should not be used.");
        }
        boolean far = end.isAfter(now.plus(YEAR));
        return SecurityTxtRules.EXPIRY
                .result(far ? "expiry-far" : "expiry-good", seen)
                .because("The file is valid until " + end + (far ? ", more than the recommended year." : "."));
    }

    /** A file that was reached by a redirect belongs to either end of it. */
    private CheckResult canonical() {
        List<String> canonical = file.values("canonical");
        if (canonical.isEmpty()) {
            return file.signed()
                    ? SecurityTxtRules.CANONICAL.result("canonical-missing-signed", Map.of())
                    : SecurityTxtRules.CANONICAL.notApplicable("The file has no Canonical, which is optional.");
        }
        boolean matches = canonical.stream().anyMatch(url -> same(url, answer.asked()) || same(url, answer.url()));
        return SecurityTxtRules.CANONICAL.result(
                matches ? "canonical-matches" : "canonical-differs",
                Map.of("canonical", shown(canonical), "asked", answer.asked(), "url", answer.url()));
    }

    /** Scheme and host compare without case (RFC 3986, section 6.2.2.1), paths do not. */
    private static boolean same(String one, String other) {
        String path = UriSyntax.path(one);
        return UriSyntax.scheme(one).equals(UriSyntax.scheme(other))
                && UriSyntax.host(one).equals(UriSyntax.host(other))
                && path.equals(UriSyntax.path(other));
    }

    private CheckResult form() {
        List<String> faults = new ArrayList<>();
        faults.addAll(contentFaults());
        faults.addAll(file.faults());
        for (String name : List.of("acknowledgments", "canonical", "contact", "encryption", "hiring", "policy")) {
            file.named(name)
                    .filter(field -> !usable(field.value()))
                    .map(field -> "Line " + field.line() + ": the value of " + name + " is no URI"
                            + (UriSyntax.scheme(field.value()).equals("http") ? " beginning with https://." : "."))
                    .forEach(faults::add);
        }
        faults.addAll(languageFaults());
        if (faults.isEmpty()) {
            return SecurityTxtRules.FORM.result("form-good", Map.of());
        }
        return SecurityTxtRules.FORM
                .result("form-faulty", Map.of("faults", faults.subList(0, Math.min(faults.size(), 20))))
                .because("The file breaks the grammar " + faults.size() + (faults.size() == 1 ? " time: " : " times: ")
                        + faults.getFirst());
    }

    private List<String> contentFaults() {
        List<String> faults = new ArrayList<>();
        String type =
                String.valueOf(answer.contentType()).toLowerCase(Locale.ROOT).replace(" ", "");
        if (!type.equals("text/plain") && !type.startsWith("text/plain;")) {
            faults.add("The Content-Type is " + PlainText.cut(type, LONGEST_SHOWN) + ", not text/plain.");
        } else if (type.contains("charset=")
                && !type.contains("charset=utf-8")
                && !type.contains("charset=\"utf-8\"")) {
            faults.add("The charset is not utf-8 (" + PlainText.cut(type, LONGEST_SHOWN) + ").");
        }
        if (!answer.utf8()) {
            faults.add("The text is not UTF-8.");
        }
        if (answer.size() > SecurityTxt.LONGEST) {
            faults.add("The file is longer than the " + SecurityTxt.LONGEST / 1024 + " KiB that are read.");
        }
        return faults;
    }

    private List<String> languageFaults() {
        List<String> values = file.values("preferred-languages");
        if (values.isEmpty()) {
            return List.of();
        }
        if (values.size() > 1) {
            return List.of("There is more than one Preferred-Languages.");
        }
        boolean good =
                Stream.of(values.getFirst().split(",", -1)).map(String::strip).allMatch(LanguageTag::wellFormed);
        return good ? List.of() : List.of("Preferred-Languages has something that is no language tag.");
    }

    private CheckResult signature() {
        if (!file.signed()) {
            return SecurityTxtRules.SIGNATURE.notApplicable("The file is not signed, which is optional.");
        }
        Signature signature = evidence.signature();
        if (signature == null || signature.good() == null) {
            return SecurityTxtRules.SIGNATURE.unknown(
                    "Signed, not verified: " + (signature == null ? "nobody has checked it." : signature.says()));
        }
        return SecurityTxtRules.SIGNATURE
                .result(
                        signature.good() ? "signature-good" : "signature-bad",
                        Map.of(
                                "keyId",
                                String.valueOf(signature.keyId()),
                                "madeAt",
                                String.valueOf(signature.madeAt())))
                .because(signature.says());
    }

    /** A web address must begin with https:// (section 2.5). */
    private static boolean usable(String value) {
        return UriSyntax.valid(value) && !UriSyntax.scheme(value).equals("http");
    }

    private static List<String> shown(List<String> values) {
        return values.stream()
                .limit(MOST_SHOWN)
                .map(value -> PlainText.cut(value, LONGEST_SHOWN))
                .toList();
    }
}
