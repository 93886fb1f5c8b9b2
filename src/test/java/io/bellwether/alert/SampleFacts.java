package io.bellwether.alert;

import io.bellwether.alert.voice.Moment;
import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.ErrorBudget;
import io.bellwether.core.slo.Objective;
import io.bellwether.core.slo.Window;
import io.bellwether.slo.ServiceObjective;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Facts as the rules make them, with random figures. */
final class SampleFacts {

    private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

    private SampleFacts() {}

    static Map<String, Object> of(BuiltInRule rule, Moment moment, Random random) {
        Instant start = BASE.plusSeconds(random.nextInt(300 * 24 * 3600));
        Map<String, Object> facts = new HashMap<>(Map.of(
                "vendorName", "Globex",
                "itContact", "Ada, ada@example.org",
                "marketingContact", "Max, max@example.org",
                "severity", "WARNING",
                "startedAt", start.toString()));
        facts.putAll(own(rule, start, random));
        if (moment == Moment.SEVERITY_CHANGED) {
            facts.put("severity", random.nextBoolean() ? "CRITICAL" : "WARNING");
            facts.put("moreSerious", random.nextBoolean());
        }
        if (moment != Moment.FIRING && moment != Moment.RESOLVED) {
            facts.put("minutesSoFar", 1 + random.nextInt(5000));
        }
        if (moment == Moment.UNSTABLE) {
            facts.put("firstChangeAt", start.minus(Duration.ofMinutes(30)).toString());
            facts.put("changes", 6 + random.nextInt(50));
            facts.put("badMinutes", 1 + random.nextInt(5000));
        }
        if (moment == Moment.RESOLVED) {
            int minutes = 1 + random.nextInt(5000);
            facts.put("endedAt", start.plus(Duration.ofMinutes(minutes)).toString());
            facts.put("minutes", minutes);
        }
        return facts;
    }

    /** The facts by which a reader of either voice must be able to recognise the same event. */
    static List<String> keyFigures(BuiltInRule rule, Moment moment, Map<String, Object> facts) {
        List<String> figures = new ArrayList<>(ownFigures(rule, moment, facts));
        if (moment == Moment.RESOLVED && !(rule.settings() instanceof RuleSettings.Event)) {
            figures.add("endedAt");
        }
        if (moment == Moment.UNSTABLE) {
            figures.remove("startedAt");
            figures.addAll(List.of("firstChangeAt", "changes", "badMinutes"));
        } else if (lasts(rule) && moment != Moment.FIRING) {
            figures.add(moment == Moment.RESOLVED ? "minutes" : "minutesSoFar");
        }
        return figures;
    }

    private static List<String> ownFigures(BuiltInRule rule, Moment moment, Map<String, Object> facts) {
        boolean steady = moment == Moment.FIRING || moment == Moment.REMINDER || moment == Moment.SEVERITY_CHANGED;
        return switch (rule) {
            case VENDOR_DOWN -> List.of("startedAt");
            case VENDOR_SLOW ->
                Boolean.TRUE.equals(facts.get("byBaseline")) && steady
                        ? List.of("startedAt", "seconds", "baselineSeconds", "factor")
                        : List.of("startedAt");
            case CERTIFICATE_EXPIRING, DOMAIN_EXPIRING -> steady ? List.of("expiresAt") : List.of("startedAt");
            case POSTURE_WORSE -> steady ? List.of("changedAt") : List.of("startedAt");
            case FILING_EVENT -> List.of("filedOn");
            case BREACH -> List.of("happenedOn", "publishedOn");
            case DOMAIN_MOVED, PAGE_CHANGED -> List.of("seenAt");
            case STATUS_PAGE_CONTRADICTS -> steady ? List.of("downAt") : List.of("startedAt");
            case ERROR_BUDGET_BURN -> List.of("startedAt", "usedPercent", "totalMinutes");
            case VIABILITY_SLIPPING -> List.of("indexNow", "indexBefore");
            case EXTERNAL_ALERT -> moment == Moment.RESOLVED ? List.of() : List.of("startedAt");
            case SILENCE_ENDING -> steady ? List.of("silencedUntilAt", "alerts") : List.of("startedAt");
            case OWN_EGRESS -> List.of("startedAt");
        };
    }

    /** Rules whose alerts are a matter of minutes, not of days. */
    private static boolean lasts(BuiltInRule rule) {
        return switch (rule) {
            case VENDOR_DOWN, VENDOR_SLOW, STATUS_PAGE_CONTRADICTS, EXTERNAL_ALERT, OWN_EGRESS -> true;
            case CERTIFICATE_EXPIRING,
                    DOMAIN_EXPIRING,
                    POSTURE_WORSE,
                    FILING_EVENT,
                    BREACH,
                    DOMAIN_MOVED,
                    PAGE_CHANGED,
                    ERROR_BUDGET_BURN,
                    VIABILITY_SLIPPING,
                    SILENCE_ENDING -> false;
        };
    }

    private static Map<String, Object> own(BuiltInRule rule, Instant start, Random random) {
        boolean capped = random.nextBoolean();
        return switch (rule) {
            case VENDOR_DOWN -> probe(random, Map.of("statusPageSays", "The vendor declares operational."));
            case VENDOR_SLOW -> slow(random);
            case CERTIFICATE_EXPIRING ->
                Map.of(
                        "host", "www.example.org",
                        "issuer", "Some Authority",
                        "source", "https://www.example.org",
                        "check", "WARN",
                        "expiresAt",
                                start.plus(Duration.ofDays(random.nextInt(30))).toString(),
                        "expired", random.nextBoolean(),
                        "daysLeft", random.nextInt(30));
            case DOMAIN_EXPIRING ->
                Map.of(
                        "domain",
                        "example.org",
                        "source",
                        "https://rdap.example.org/domain/example.org",
                        "check",
                        "WARN",
                        "expiresAt",
                        start.plus(Duration.ofDays(random.nextInt(30))).toString(),
                        "expired",
                        random.nextBoolean(),
                        "daysLeft",
                        random.nextInt(30));
            case POSTURE_WORSE ->
                Map.of(
                        "signal", "strict-transport-security",
                        "check", "Strict-Transport-Security header",
                        "meaning", "Visitors can be led to an unencrypted copy of its site.",
                        "now", "FAIL",
                        "changedAt", start.toString(),
                        "source", "https://www.example.org");
            case FILING_EVENT -> filing(start, random);
            case BREACH -> breach(start, random);
            case DOMAIN_MOVED ->
                Map.of(
                        "domain", "example.org",
                        "what", "name servers",
                        "meaning", "The directory now sends its visitors to other servers than before.",
                        "before", "ns1.example.org ns2.example.org",
                        "now", "ns1.example.net ns2.example.net",
                        "seenAt", start.toString(),
                        "source", "https://rdap.example.org/domain/example.org",
                        "moves",
                                Collections.nCopies(
                                        1 + random.nextInt(9),
                                        Map.of("date", start.toString().substring(0, 10))));
            case PAGE_CHANGED ->
                Map.of(
                        "page",
                        "list of sub-processors",
                        "meaning",
                        "The list of companies that handle your data for the vendor has changed.",
                        "advice",
                        "Check whether your contract gives you time to object, and tell your data protection"
                                + " officer.",
                        "signal",
                        "sub-processors-changed",
                        "url",
                        "https://www.example.org/subprocessors",
                        "seenAt",
                        start.toString(),
                        "addedCount",
                        random.nextInt(9),
                        "removedCount",
                        random.nextInt(9),
                        "added",
                        Collections.nCopies(random.nextInt(4), Map.of("passage", "Globex Hosting keeps your files.")),
                        "removed",
                        Collections.nCopies(random.nextInt(4), Map.of("passage", "Acme Hosting keeps your files.")));
            case STATUS_PAGE_CONTRADICTS ->
                Map.of(
                        "probeName", "front page",
                        "reason", "The connection was refused.",
                        "statusPageSays", "The vendor declares operational.",
                        "downAt", start.toString(),
                        "downMinutes", 1 + random.nextInt(100));
            case ERROR_BUDGET_BURN -> budget(random);
            case EXTERNAL_ALERT ->
                Map.of(
                        "alertName", "MailQueueGrows",
                        "summary", "Mail to customers is late.",
                        "summaryTechnical", "The queue has grown for ten minutes.");
            case SILENCE_ENDING ->
                Map.of(
                        "silenceId",
                        new UUID(0, 1).toString(),
                        "createdBy",
                        "Ada",
                        "comment",
                        "They move this weekend.",
                        "silencedUntilAt",
                        start.plus(Duration.ofHours(1)).toString(),
                        "alerts",
                        1 + random.nextInt(9));
            case OWN_EGRESS -> Map.of("place", "fra1", "targets", 3, "elsewhere", random.nextBoolean());
            case VIABILITY_SLIPPING ->
                Map.of(
                        "indexNow",
                        random.nextInt(100),
                        "indexBefore",
                        random.nextInt(100),
                        "indexMost",
                        100,
                        "cap",
                        capped ? "bankruptcy filing" : "",
                        "capMeaning",
                        capped ? "it has filed for bankruptcy" : "",
                        "ruleSet",
                        "1",
                        "confidencePercent",
                        random.nextInt(100),
                        "peersIt",
                        capped
                                ? ""
                                : "email, 4 weeks: -12 against a median of -1.0 of 5 peers; 0 of them fell by 5 points or more.",
                        "peersMarketing",
                        capped ? "" : "It alone fell in the last 4 weeks: none of 5 other vendors for email did.",
                        "drivers",
                        List.of(Map.of(
                                "signal", "outage",
                                "points", 12,
                                "it", "down 45 minutes in 7 days.",
                                "marketing", "It failed for 45 minutes in 7 days.")));
        };
    }

    private static Map<String, Object> filing(Instant start, Random random) {
        String day = start.toString().substring(0, 10);
        Map<String, Object> facts = new HashMap<>(Map.of(
                "signal", "filing-8k-1.03",
                "form", "8-K item 1.03, bankruptcy or receivership",
                "meaning", "It has filed for bankruptcy protection.",
                "filedOn", day,
                "url", "https://www.example.org/filing",
                "filings", Collections.nCopies(1 + random.nextInt(9), Map.of("date", day))));
        if (random.nextBoolean()) {
            facts.put("adviceIt", "Export all of our data now, and read the export back.");
            facts.put("advice", "Read in the contract how and when we can leave, and what becomes of our data.");
        }
        return facts;
    }

    private static Map<String, Object> breach(Instant start, Random random) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "title",
                "Globex, the accounts",
                "happenedOn",
                start.minus(Duration.ofDays(random.nextInt(900))).toString().substring(0, 10),
                "publishedOn",
                start.toString().substring(0, 10),
                "data",
                "Email addresses, Passwords",
                "secrets",
                random.nextBoolean(),
                "url",
                "https://www.example.org/breach"));
        if (random.nextBoolean()) {
            facts.put("accounts", 1 + random.nextInt(100_000_000));
        }
        return facts;
    }

    private static Map<String, Object> budget(Random random) {
        Instant start = BASE.minusSeconds(random.nextInt(1000));
        Objective goal = new Objective.Availability(0.9 + random.nextInt(99) / 1000.0);
        Window window = random.nextBoolean()
                ? new Window.Rolling(1 + random.nextInt(90))
                : new Window.Calendar(Window.Unit.MONTH, ZoneOffset.UTC);
        ServiceObjective objective = new ServiceObjective(
                UUID.randomUUID(), UUID.randomUUID(), null, "usable", goal, window, start, start, 0);
        BurnRule rule = BurnRule.STANDARD.get(random.nextInt(BurnRule.STANDARD.size()));
        BurnRate burn = new BurnRate(
                rule,
                rule.shortWindow(),
                BurnRate.State.BURNING,
                rule.factor() * (1 + random.nextDouble()),
                rule.factor() * 2,
                "Fast.");
        double total = 1 + random.nextInt(5000) / 10.0;
        double used = random.nextInt(10_000) / 10.0;
        return BudgetFacts.of(objective, burn, new ErrorBudget(total, used, total - used));
    }

    private static Map<String, Object> slow(Random random) {
        double baseline = 1 + random.nextInt(300);
        double factor = 25 + random.nextInt(100);
        return probe(
                random,
                Map.of(
                        "byBaseline", random.nextInt(4) > 0,
                        "baselineSeconds", baseline / 100,
                        "seconds", Math.round(baseline * factor / 10) / 100.0,
                        "factor", factor / 10));
    }

    private static Map<String, Object> probe(Random random, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("probeName", "front page");
        facts.put("url", "https://www.example.org/");
        facts.put("reason", "Status 503 instead of 200-299.");
        facts.put("attempts", 3);
        facts.put("attemptsBad", 1 + random.nextInt(3));
        facts.put("everySeconds", 5 + random.nextInt(600));
        return facts;
    }
}
