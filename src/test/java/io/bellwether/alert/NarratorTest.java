package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.alert.Narrator.Moment;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NarratorTest {

    private static final int SAMPLES = 75;
    private static final int LONGEST = 900;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:]\\d+)*");
    static final Pattern JARGON = Pattern.compile(
            "\\b(p9\\d|median|baseline|TLS|SSL|DNS|TCP|HTTPS?|URL|API|JSON|latency|TTFB|SLO|SLA|burn|probe|endpoint"
                    + "|header|status code|timeout|[45]xx|(?:status|error|code) \\d+|certificate|issuer|interval|signal|CSP|HSTS)\\b",
            Pattern.CASE_INSENSITIVE);

    private final List<InternalAlert> failed = new ArrayList<>();
    private final Narrator narrator = new Narrator(engine(), failed::add);

    static List<Arguments> tellings() {
        return Stream.of(BuiltInRule.values())
                .flatMap(rule -> Stream.of(Moment.values()).map(moment -> Arguments.of(rule, moment)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void bothVoicesAreWholeSentencesOfPlainText(BuiltInRule rule, Moment moment) {
        for (Lens lens : Lens.values()) {
            for (int seed = 0; seed < SAMPLES; seed++) {
                String text = told(rule, moment, lens, seed, Owners.NONE);

                assertThat(text)
                        .contains("Globex")
                        .endsWith(".")
                        .doesNotContain("null", "{", "}", "NOT_FOUND", "&", "  ", "..")
                        .hasSizeBetween(40, LONGEST);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void theBusinessVoiceSpeaksNoJargon(BuiltInRule rule, Moment moment) {
        for (int seed = 0; seed < SAMPLES; seed++) {
            assertThat(told(rule, moment, Lens.MARKETING, seed, Owners.NONE)).doesNotContainPattern(JARGON);
        }
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void bothVoicesCarryTheSameFigures(BuiltInRule rule, Moment moment) {
        for (int seed = 0; seed < SAMPLES; seed++) {
            Map<String, Object> facts = SampleFacts.of(rule, moment, new Random(seed));
            String it = narrator.told(rule.ruleName(), moment, Lens.IT, facts, Owners.NONE);
            String marketing = narrator.told(rule.ruleName(), moment, Lens.MARKETING, facts, Owners.NONE);
            Map<String, Object> shown = LocalFacts.of(facts, ZoneOffset.UTC);

            for (String figure : SampleFacts.keyFigures(rule, moment, facts)) {
                assertThat(it).contains(shown.get(figure).toString());
                assertThat(marketing).contains(shown.get(figure).toString());
            }
            assertThat(numbers(it)).containsAll(numbers(marketing));
        }
    }

    @Test
    void timesAreToldInTheReadersZone() {
        Owners owners = new Owners(
                new Owner("Max", "max@example.org", null, "America/New_York"),
                new Owner("Ada", "ada@example.org", null, "Europe/Berlin"),
                null);
        Map<String, Object> facts = SampleFacts.of(BuiltInRule.VENDOR_DOWN, Moment.FIRING, new Random(1));
        facts.put("startedAt", "2026-03-29T00:59:00Z");

        Voices voices = narrator.tell(BuiltInRule.VENDOR_DOWN.ruleName(), Moment.FIRING, facts, owners);

        assertThat(voices.it()).contains("29 Mar 2026, 01:59 (Europe/Berlin)");
        assertThat(voices.marketing()).contains("28 Mar 2026, 20:59 (America/New_York)");
    }

    @Test
    void theDayOfAFilingIsTheSameInEveryZone() {
        Owners far = new Owners(new Owner("Max", "max@example.org", null, "Pacific/Honolulu"), null, null);
        Map<String, Object> facts = SampleFacts.of(BuiltInRule.FILING_EVENT, Moment.FIRING, new Random(1));
        facts.put("filedOn", "2026-05-01");

        assertThat(narrator.tell(BuiltInRule.FILING_EVENT.ruleName(), Moment.FIRING, facts, far)
                        .marketing())
                .contains("1 May 2026");
    }

    @Test
    void aMissingFactIsAnErrorButStillGivesAMessage() {
        Map<String, Object> facts = SampleFacts.of(BuiltInRule.VENDOR_DOWN, Moment.FIRING, new Random(1));
        facts.remove("reason");

        assertThatThrownBy(() ->
                        narrator.told(BuiltInRule.VENDOR_DOWN.ruleName(), Moment.FIRING, Lens.IT, facts, Owners.NONE))
                .isInstanceOf(TemplateException.class);
        assertThat(narrator.tell(BuiltInRule.VENDOR_DOWN.ruleName(), Moment.FIRING, facts, Owners.NONE)
                        .it())
                .isEqualTo("Globex: the alert 'vendor-down' has begun.");
        assertThat(failed)
                .extracting(InternalAlert::rule, InternalAlert::key)
                .contains(tuple(InternalRule.TEMPLATE_FAILED, "voices/vendor-down.firing.it.txt"));
    }

    private String told(BuiltInRule rule, Moment moment, Lens lens, int seed, Owners owners) {
        return narrator.told(rule.ruleName(), moment, lens, SampleFacts.of(rule, moment, new Random(seed)), owners);
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
    }

    static Engine engine() {
        EngineBuilder builder = Engine.builder().addDefaults();
        builder.addLocator(name -> Optional.of(new TemplateLocation() {
            @Override
            public Reader read() {
                return new InputStreamReader(
                        NarratorTest.class.getResourceAsStream("/templates/" + name), StandardCharsets.UTF_8);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.empty();
            }
        }));
        return builder.build();
    }
}
