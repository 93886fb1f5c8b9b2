package io.bellwether.probe.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a company can pay its debts. The status tells whether there are proceedings now, the cases tell which: a company that
 * is wound up by its members can pay all of them, and has the status of one that cannot. Cases stay in the register when they
 * are over.
 */
final class Insolvency {

    private static final String SIGNAL = "company-insolvency";
    private static final String BY_MEMBERS = "members-voluntary-liquidation";
    private static final Set<String> WINDING_UP =
            Set.of(BY_MEMBERS, "creditors-voluntary-liquidation", "compulsory-liquidation");
    private static final Set<String> OF_THE_WHOLE =
            Set.of("administrative-receiver", "scottish-administrative-receiver");
    private static final Set<String> MORATORIUM = Set.of("moratorium", "corporate-voluntary-arrangement-moratorium");
    private static final Set<String> FAILURES = Set.of(
            "creditors-voluntary-liquidation", "compulsory-liquidation", "in-administration", "administration-order");
    private static final Set<String> BEGINNINGS = Set.of(
            "petitioned-on",
            "wound-up-on",
            "ordered-to-wind-up-on",
            "administration-started-on",
            "voluntary-arrangement-started-on",
            "moratorium-started-on",
            "instrumented-on",
            "declaration-solvent-on");

    /** By the Corporate Insolvency and Governance Act 2020 a moratorium lasts a year at most unless a court prolongs it. */
    private static final int LONGEST_MORATORIUM_DAYS = 365;

    private static final int MOST_SHOWN = 20;

    /** Where begins are equal the worse kind comes last: a winding-up by members can become one by creditors. */
    private static final Comparator<Case> IN_TIME = Comparator.comparing(
                    (Case each) -> Objects.requireNonNullElse(each.since(), LocalDate.MIN))
            .thenComparing(each -> !each.type().equals(BY_MEMBERS));

    private record Case(String type, @Nullable LocalDate since, boolean ended) {

        static Case of(Answer answer) {
            LocalDate since = null;
            boolean ended = false;
            for (Answer date : answer.parts("dates")) {
                LocalDate day = date.day("date");
                String type = String.valueOf(date.text("type"));
                ended |= type.equals("moratorium-ended-on");
                if (day != null && BEGINNINGS.contains(type) && (since == null || day.isBefore(since))) {
                    since = day;
                }
            }
            return new Case(String.valueOf(answer.text("type")), since, ended);
        }

        boolean protects(LocalDate today) {
            return MORATORIUM.contains(type)
                    && !ended
                    && since != null
                    && !since.isAfter(today)
                    && since.isAfter(today.minusDays(LONGEST_MORATORIUM_DAYS));
        }
    }

    private Insolvency() {}

    /** @param status as the register writes it; null when it tells none that is known */
    static void add(States states, @Nullable String status, List<Answer> answers) {
        List<Case> cases = answers.stream().map(Case::of).sorted(IN_TIME).toList();
        switch (status) {
            case null -> states.unknown(SIGNAL, "The register does not tell a status that we know.");
            case "liquidation" -> windingUp(states, cases);
            case "administration", "insolvency-proceedings" -> add(states, "INSOLVENT", cases, each -> true);
            case "voluntary-arrangement" ->
                add(states, "ARRANGEMENT", cases, each -> each.type().startsWith("corporate-voluntary-arrangement"));
            case "receivership" -> receivership(states, cases);
            case "dissolved" -> dissolved(states, cases);
            default -> protectedOrNot(states, cases);
        }
    }

    private static void windingUp(States states, List<Case> cases) {
        List<Case> windingUp =
                cases.stream().filter(each -> WINDING_UP.contains(each.type())).toList();
        if (windingUp.isEmpty()) {
            states.unknown(
                    SIGNAL, "The register does not tell whether the company that is wound up can pay its debts.");
            return;
        }
        Case newest = windingUp.getLast();
        add(states, newest.type().equals(BY_MEMBERS) ? "SOLVENT_LIQUIDATION" : "INSOLVENT", cases, newest::equals);
    }

    private static void receivership(States states, List<Case> cases) {
        boolean whole = cases.stream().anyMatch(each -> OF_THE_WHOLE.contains(each.type()));
        add(states, whole ? "INSOLVENT" : "RECEIVER", cases, each -> each.type().contains("receiver"));
    }

    private static void dissolved(States states, List<Case> cases) {
        Case newest = cases.isEmpty() ? null : cases.getLast();
        boolean failed = newest != null && FAILURES.contains(newest.type());
        boolean solvent = newest != null && newest.type().equals(BY_MEMBERS);
        add(
                states,
                failed ? "INSOLVENT" : solvent ? "SOLVENT_LIQUIDATION" : "NONE",
                cases,
                each -> each.equals(newest));
    }

    private static void protectedOrNot(States states, List<Case> cases) {
        boolean moratorium = cases.stream().anyMatch(each -> each.protects(states.today()));
        add(states, moratorium ? "ARRANGEMENT" : "NONE", cases, each -> each.protects(states.today()));
    }

    private static void add(States states, String value, List<Case> cases, Predicate<Case> decides) {
        LocalDate since = cases.stream()
                .filter(decides)
                .map(Case::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<Map<String, Object>> shown = cases.reversed().stream()
                .limit(MOST_SHOWN)
                .map(Insolvency::shown)
                .toList();
        states.add(SIGNAL, value, value.equals("NONE") ? null : since, Map.of("cases", shown));
    }

    private static Map<String, Object> shown(Case each) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", each.type());
        if (each.since() != null) {
            shown.put("since", each.since().toString());
        }
        return shown;
    }
}
