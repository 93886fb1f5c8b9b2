package io.bellwether.probe.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers somebody expects, in any order. */
record Expectation(List<Answer> wanted, DnsProbe.Match match) {

    private static final int MOST_SHOWN = 10;

    /**
     * Null when nothing is expected.
     *
     * @throws IOException when something is expected that is no data of the type
     */
    static @Nullable Expectation of(DnsProbe.Settings settings) throws IOException {
        List<String> texts = settings.expect();
        if (texts == null) {
            return null;
        }
        List<Answer> wanted = new ArrayList<>();
        for (String text : texts) {
            wanted.add(Answer.expected(settings.typeOrDefault(), text));
        }
        return new Expectation(List.copyOf(wanted), settings.matchOrDefault());
    }

    /** How the answers differ from what is expected, as a clause; null when they do not. */
    @Nullable String difference(List<Answer> answers) {
        List<String> missing = without(wanted, answers);
        List<String> surplus = match == DnsProbe.Match.CONTAINS ? List.of() : without(answers, wanted);
        if (missing.isEmpty() && surplus.isEmpty()) {
            return null;
        }
        if (missing.isEmpty()) {
            return "not expected is " + listed(surplus);
        }
        return "missing is " + listed(missing) + (surplus.isEmpty() ? "" : ", not expected is " + listed(surplus));
    }

    static String listed(List<String> answers) {
        String shown = answers.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return answers.size() <= MOST_SHOWN ? shown : shown + " and " + (answers.size() - MOST_SHOWN) + " more";
    }

    private static List<String> without(List<Answer> some, List<Answer> others) {
        Set<String> known = others.stream().map(Answer::canonical).collect(Collectors.toSet());
        return some.stream()
                .filter(answer -> !known.contains(answer.canonical()))
                .map(Answer::shown)
                .sorted()
                .toList();
    }
}
