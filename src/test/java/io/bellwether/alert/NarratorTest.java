package io.bellwether.alert;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.voice.LocalFacts;
import io.bellwether.alert.voice.Moment;
import io.bellwether.alert.voice.PlainLanguage;
import io.bellwether.alert.voice.Tellers;
import io.bellwether.alert.voice.Vocabulary;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.RegisterWeights;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both voices of every rule at every moment, told of more than a thousand generated alerts. */
class NarratorTest {

    private static final int SAMPLES = 25;
    private static final int LONGEST = 900;
    /** Longer facts are words, in which a number is no figure of ours. */
    private static final int LONGEST_FIGURE = 12;

    private static final Pattern TIME =
            Pattern.compile("\\b\\d{1,2} [A-Z][a-z]{2} \\d{4}(?:, \\d{2}:\\d{2} \\([\\w/]+\\))?");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w/.-])\\d+(?:\\.\\d+)?");

    private final Narrator narrator = new Narrator(Tellers.builtIn());

    static List<Arguments> tellings() {
        return Stream.of(BuiltInRule.values())
                .flatMap(rule -> Stream.of(Moment.values()).map(moment -> Arguments.of(rule, moment)))
                .toList();
    }

    @Test
    void everyRuleHasItsFacts() {
        assertThat(Vocabulary.rules())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(BuiltInRule.values()).map(BuiltInRule::ruleName), Stream.of(CustomRule.STORY))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void bothVoicesAreWholeSentencesOfPlainText(BuiltInRule rule, Moment moment) {
        for (int seed = 0; seed < SAMPLES; seed++) {
            Voices voices = told(rule, moment, SampleFacts.of(rule, moment, new Random(seed)));

            assertThat(List.of(voices.it(), voices.marketing()))
                    .allSatisfy(text -> assertThat(text)
                            .contains("Globex")
                            .endsWith(".")
                            .doesNotContain("null", "{", "}", "NOT_FOUND", "&", "  ", "..", " .", " ,")
                            .hasSizeBetween(40, LONGEST));
        }
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void theBusinessVoiceIsPlain(BuiltInRule rule, Moment moment) {
        for (int seed = 0; seed < SAMPLES; seed++) {
            Voices voices = told(rule, moment, SampleFacts.of(rule, moment, new Random(seed)));

            assertThat(PlainLanguage.faults(Lens.MARKETING, voices.marketing())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void everyFigureInEitherVoiceIsAFactAndBothTellTheSame(BuiltInRule rule, Moment moment) {
        for (int seed = 0; seed < SAMPLES; seed++) {
            Map<String, Object> facts = SampleFacts.of(rule, moment, new Random(seed));
            Voices voices = told(rule, moment, facts);
            Map<String, Object> shown = LocalFacts.of(facts, ZoneOffset.UTC);
            Set<String> it = figures(voices.it(), shown);
            Set<String> marketing = figures(voices.marketing(), shown);

            assertThat(shownFigures(shown)).containsAll(it);
            assertThat(it).containsAll(marketing);
            assertThat(marketing)
                    .containsAll(SampleFacts.keyFigures(rule, moment, facts).stream()
                            .map(name -> String.valueOf(shown.get(name)))
                            .toList());
        }
    }

    @Test
    void whatTheRulesQuoteInTheBusinessVoiceIsPlain() {
        Stream<String> meanings = Stream.of(
                        RuleSets.all().stream()
                                .flatMap(set -> set.checks().stream())
                                .flatMap(check -> Stream.of(
                                        check.meaning(),
                                        check.remediation().text().marketing())),
                        FilingWeights.all().stream().map(weight -> weight.meaning()),
                        RegisterWeights.all().stream().map(weight -> weight.meaning()),
                        Stream.of(HardFact.values()).map(fact -> "Globex: " + HardFact.meaning(fact.reason()) + "."))
                .flatMap(each -> each);

        assertThat(meanings)
                .allSatisfy(meaning -> assertThat(PlainLanguage.faults(Lens.MARKETING, meaning))
                        .as(meaning)
                        .noneMatch(fault -> fault.contains("jargon")));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aRuleThatPeopleMadeIsToldWithoutAProbeWhenItIsAboutTheVendor(Moment moment) {
        Map<String, Object> facts = new HashMap<>(Vocabulary.sample(CustomRule.STORY, moment));
        facts.put("probeName", "");
        facts.put("withdrawn", "");

        Voices voices = narrator.tell(CustomRule.STORY, moment, facts, Owners.NONE);

        assertThat(List.of(voices.it(), voices.marketing()))
                .allSatisfy(text ->
                        assertThat(text).contains("Globex").endsWith(".").doesNotContain(" / ", " :", "{", "  "));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void bothVoicesSayWhereOurOwnNetworkIsBroken(Moment moment) {
        Voices voices =
                told(BuiltInRule.OWN_EGRESS, moment, SampleFacts.of(BuiltInRule.OWN_EGRESS, moment, new Random(1)));

        assertThat(List.of(voices.it(), voices.marketing()))
                .allSatisfy(text -> assertThat(text).contains("fra1"));
    }

    @Test
    void timesAreToldInTheReadersZone() {
        Owners owners = new Owners(
                new Owner("Max", "max@example.org", null, "America/New_York"),
                new Owner("Ada", "ada@example.org", null, "Europe/Berlin"),
                null);
        Map<String, Object> facts = SampleFacts.of(BuiltInRule.VENDOR_DOWN, Moment.FIRING, new Random(1));
        facts.put("startedAt", "2026-03-29T00:59:00Z");

        Voices voices = narrator.tell("vendor-down", Moment.FIRING, facts, owners);

        assertThat(voices.it()).contains("29 Mar 2026, 01:59 (Europe/Berlin)");
        assertThat(voices.marketing()).contains("28 Mar 2026, 20:59 (America/New_York)");
    }

    @Test
    void theDayOfAFilingIsTheSameInEveryZone() {
        Owners far = new Owners(new Owner("Max", "max@example.org", null, "Pacific/Honolulu"), null, null);
        Map<String, Object> facts = SampleFacts.of(BuiltInRule.FILING_EVENT, Moment.FIRING, new Random(1));
        facts.put("filedOn", "2026-05-01");

        assertThat(narrator.tell("filing-event", Moment.FIRING, facts, far).marketing())
                .contains("1 May 2026");
    }

    private Voices told(BuiltInRule rule, Moment moment, Map<String, Object> facts) {
        return narrator.tell(rule.ruleName(), moment, facts, Owners.NONE);
    }

    /** The times and numbers of a text, without those within words that are facts themselves. */
    private static Set<String> figures(String text, Map<String, Object> shown) {
        String own = text;
        for (Object fact : shown.values()) {
            if (fact instanceof String words
                    && words.length() > LONGEST_FIGURE
                    && !TIME.matcher(words).matches()) {
                own = own.replace(words, " ");
            }
            if (fact instanceof List<?> entries) {
                own = without(own, entries);
            }
        }
        Set<String> figures =
                TIME.matcher(own).results().map(MatchResult::group).collect(toSet());
        NUMBER.matcher(TIME.matcher(own).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .forEach(figures::add);
        return figures;
    }

    private static String without(String text, List<?> entries) {
        String left = text;
        for (Object entry : entries) {
            for (Object field : ((Map<?, ?>) entry).values()) {
                left = field instanceof String words && words.length() > LONGEST_FIGURE
                        ? left.replace(words, " ")
                        : left;
            }
        }
        return left;
    }

    private static Set<String> shownFigures(Map<String, Object> shown) {
        Set<String> figures = new HashSet<>();
        shown.values().forEach(fact -> {
            figures.add(String.valueOf(fact));
            if (fact instanceof String words
                    && words.length() <= LONGEST_FIGURE
                    && !TIME.matcher(words).matches()) {
                NUMBER.matcher(words).results().map(MatchResult::group).forEach(figures::add);
            }
            if (fact instanceof Collection<?> entries) {
                figures.add(String.valueOf(entries.size()));
                entries.forEach(entry -> ((Map<?, ?>) entry).values().forEach(field -> figures.add(field.toString())));
            }
        });
        return figures;
    }
}
