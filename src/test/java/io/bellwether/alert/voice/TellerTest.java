package io.bellwether.alert.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Lens;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TellerTest {

    private static final TemplateKey DOWN = new TemplateKey("vendor-down", Moment.FIRING, Lens.IT);
    private static final TemplateKey SLIPPING = new TemplateKey("viability-slipping", Moment.FIRING, Lens.IT);

    @Test
    void anEditedTemplateIsUsedInPlaceOfTheBuiltInOne() {
        var edited = new Tellers.Edited(Map.of(DOWN, "{vendorName} fails:\n  {attemptsBad} of {attempts}."));

        assertThat(told(edited, DOWN, sample(DOWN))).isEqualTo("Globex fails: 2 of 3.");
        assertThat(told(edited, new TemplateKey("vendor-down", Moment.FIRING, Lens.MARKETING), sample(DOWN)))
                .startsWith("Globex is not working since");
        assertThat(edited.failures).isEmpty();
    }

    @Test
    void oneThatFailsIsPassedOverAndSaidSo() {
        var edited = new Tellers.Edited(Map.of(DOWN, "Fine so far.\n{gone}"));

        assertThat(told(edited, DOWN, sample(DOWN))).startsWith("Globex / front page is DOWN since");
        assertThat(edited.failures).singleElement().satisfies(failure -> {
            assertThat(failure.template()).isEqualTo(DOWN);
            assertThat(failure.edited()).isTrue();
            assertThat(failure.why()).startsWith("line 2").contains("gone");
        });
    }

    @Test
    void soIsOneThatDoesNotEvenParse() {
        var edited = new Tellers.Edited(Map.of(DOWN, "{#if vendorName}"));

        assertThat(told(edited, DOWN, sample(DOWN))).startsWith("Globex / front page is DOWN since");
        assertThat(edited.failures).hasSize(1);
    }

    @Test
    void whenNothingHelpsAFewWordsAreBetterThanNone() {
        var edited = new Tellers.Edited(Map.of());
        Map<String, Object> facts = sample(DOWN);
        facts.remove("reason");

        assertThat(told(edited, DOWN, facts)).isEqualTo("Globex: the alert 'vendor-down' has begun.");
        assertThat(edited.failures).singleElement().matches(failure -> !failure.edited());
        assertThat(told(edited, new TemplateKey("unheard-of", Moment.RESOLVED, Lens.IT), facts))
                .isEqualTo("Globex: the alert 'unheard-of' is over.");
    }

    @Test
    void aTextThatGetsTooLongIsStoppedWhileItGrows() {
        var edited = new Tellers.Edited(Map.of(SLIPPING, "{#for d in drivers}" + "{d.it}".repeat(600) + "{/for}"));
        Map<String, Object> facts = sample(SLIPPING);
        facts.put(
                "drivers",
                IntStream.range(0, 5_000)
                        .mapToObj(_ -> driver("x".repeat(100_000)))
                        .toList());

        assertThat(told(edited, SLIPPING, facts)).isEqualTo("Globex: the alert 'viability-slipping' has begun.");
        assertThat(edited.failures.getFirst().why()).contains("longer than 8000");
    }

    @Test
    void whatAVendorWritesIsNoTemplate() {
        var edited = new Tellers.Edited(Map.of(DOWN, "{reason}"));
        Map<String, Object> facts = sample(DOWN);
        facts.put("reason", "{vendorName} {inject:secret} {#for i in 100000000}{/for} \u202e{|");

        assertThat(told(edited, DOWN, facts)).isEqualTo("{vendorName} {inject:secret} {#for i in 100000000}{/for} {|");
    }

    @Test
    void aTimeThatIsNoneIsToldAsItIs() {
        var edited = new Tellers.Edited(Map.of(DOWN, "{beganAt} {renewsOn} {listedOn} {gone}."));
        Map<String, Object> facts = sample(DOWN);
        facts.putAll(Map.of("beganAt", "yesterday", "renewsOn", Instant.MAX.toString(), "listedOn", "2026-03-01"));
        facts.put("gone", null);

        assertThat(told(edited, DOWN, facts)).isEqualTo("yesterday " + Instant.MAX + " 1 Mar 2026 .");
    }

    private static Map<String, Object> driver(String text) {
        return Map.of("signal", "outage", "points", 1, "it", text, "marketing", text);
    }

    private static String told(Tellers.Edited edited, TemplateKey key, Map<String, Object> facts) {
        return edited.teller().tell(key, facts, ZoneOffset.UTC);
    }

    private static Map<String, Object> sample(TemplateKey key) {
        return new HashMap<>(Vocabulary.sample(key.rule(), key.moment()));
    }
}
