package io.bellwether.core.posture.letter;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.Severity;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a vendor what was seen, how to mend it and how to object; the same findings always make the same letter. */
public final class LetterWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int NAME = 80;
    private static final int TARGET = 200;
    private static final int SENTENCE = 400;
    private static final int VALUE = 200;
    private static final int ADDRESS = 2_000;
    private static final int MOST_EVIDENCE = 6;

    private static final Comparator<LetterFinding> MOST_SEVERE_FIRST = Comparator.comparingDouble(
                    (LetterFinding finding) -> finding.result().points())
            .reversed()
            .thenComparing(finding -> finding.result().outcome() != CheckOutcome.FAIL)
            .thenComparing(LetterFinding::target)
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(finding -> finding.result().reason())
            .thenComparing(LetterFinding::since);

    private final Correspondence correspondence;
    private final String vendor;
    private final List<String> lines = new ArrayList<>();

    private LetterWriter(Correspondence correspondence) {
        this.correspondence = correspondence;
        this.vendor = PlainText.of(correspondence.vendor(), NAME);
    }

    /**
     * @param findings of which those that warn or fail are told
     * @return empty when there is nothing to tell
     */
    public static Optional<Letter> write(Correspondence correspondence, List<LetterFinding> findings) {
        List<LetterFinding> told = findings.stream()
                .filter(finding -> finding.result().outcome().bad())
                .distinct()
                .sorted(MOST_SEVERE_FIRST)
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(new LetterWriter(correspondence).write(told));
    }

    private Letter write(List<LetterFinding> findings) {
        opening(findings.size());
        int number = 1;
        for (Map.Entry<String, List<LetterFinding>> target : byTarget(findings).entrySet()) {
            heading(target.getKey());
            for (LetterFinding finding : target.getValue()) {
                tell(finding, number++);
            }
        }
        closing(findings.size());
        String subject = "Security settings of " + vendor + " as seen from outside: " + count(findings.size()) + ", "
                + DAY.format(correspondence.date());
        return new Letter(subject, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    /** The targets in the order of their gravest findings. */
    private static Map<String, List<LetterFinding>> byTarget(List<LetterFinding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(LetterFinding::target, LinkedHashMap::new, Collectors.toList()));
    }

    private void opening(int findings) {
        paragraph("Dear security team of " + vendor + ",");
        paragraph(organisation() + " relies on your service. As a part of looking after the services we depend on, we"
                + " look from time to time at what they show to everybody. When we last did so, "
                + (findings == 1
                        ? "one point stood out that we would like to ask you to look at."
                        : findings + " points stood out that we would like to ask you to look at.")
                + " Below, the most severe first, is what we saw, since when, and what would mend it.");
        paragraph("How we looked: from outside only. We read public pages, public entries in the domain name system and"
                + " the first messages of a few connections. Some of these offered only an old version or a weak cipher,"
                + " or named a made-up origin, to see whether that is declined. We did not log in, sent no data and"
                + " looked at nothing that is not open to everybody.");
    }

    private void heading(String target) {
        String name = PlainText.of(target, TARGET);
        List<String> heading = Wrapping.lines(name, "", "");
        lines.addAll(heading);
        lines.add("-".repeat(Math.min(Wrapping.WIDTH, name.codePointCount(0, name.length()))));
        lines.add("");
    }

    private void tell(LetterFinding finding, int number) {
        CheckResult result = finding.result();
        String begin = String.format(Locale.ROOT, "%2d. ", number);
        String indent = " ".repeat(begin.length());
        lines.addAll(Wrapping.lines(
                PlainText.of(finding.rule().name(), NAME) + " (" + severity(result) + ")", begin, indent));
        item("Seen", PlainText.of(result.reason(), SENTENCE), indent);
        item("Since", MINUTE.format(finding.since()), indent);
        evidence(result).forEach(line -> item("Evidence", line, indent));
        item("We ask", PlainText.of(finding.rule().remediation().text().it(), SENTENCE), indent);
        lines.add(indent + label("Rule") + PlainText.of(finding.rule().reference(), ADDRESS));
        lines.add("");
    }

    private void item(String label, String text, String indent) {
        String begin = indent + label(label);
        lines.addAll(Wrapping.lines(text, begin, " ".repeat(begin.length())));
    }

    private static String label(String label) {
        return String.format(Locale.ROOT, "%-10s", label + ":");
    }

    private static String severity(CheckResult result) {
        String outcome = result.outcome() == CheckOutcome.FAIL ? "missing or wrong" : "weaker than it should be";
        return result.severity() == Severity.INFO
                ? outcome + ", for your information"
                : outcome + ", " + result.severity().name().toLowerCase(Locale.ROOT) + " severity";
    }

    private static List<String> evidence(CheckResult result) {
        List<String> told = new ArrayList<>();
        new TreeMap<>(result.evidence()).forEach((name, value) -> {
            String line = PlainText.of(name + ": " + shown(value), VALUE);
            if (told.size() < MOST_EVIDENCE && !line.isEmpty()) {
                told.add(line);
            }
        });
        return told;
    }

    private static String shown(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(LetterWriter::shown).collect(Collectors.joining("; "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private void closing(int findings) {
        paragraph("Could you let us know which of " + (findings == 1 ? "this" : "these")
                + " you can change, and about when? If there is a reason to leave something as it is, a sentence about"
                + " it is all we need; we shall note it with our records.");
        paragraph("Tell us if this is wrong. We see your service from outside only, and may have looked at the wrong"
                + " place or misread an answer. Reply to this letter with the number of the point, and we shall look"
                + " again and correct what we noted.");
        paragraph("Thank you for your time.");
        paragraph("Kind regards,");
        lines.addAll(Wrapping.lines(organisation(), "", ""));
        lines.add(DAY.format(correspondence.date()));
    }

    private String organisation() {
        return PlainText.of(correspondence.organisation(), NAME);
    }

    private void paragraph(String text) {
        lines.addAll(Wrapping.lines(text, "", ""));
        lines.add("");
    }

    private static String count(int findings) {
        return findings == 1 ? "1 point" : findings + " points";
    }
}
