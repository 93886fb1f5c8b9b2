package io.bellwether.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Audience;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Message;
import io.bellwether.notify.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackMessageTest {

    private static final Voices TEXT = new Voices("acme/web DOWN: 3/3 probes failed", "Mail is not going out.");

    @Test
    void theBusinessVoiceComesFirstWhenBothAreTold() {
        List<String> sections = sections(Messages.firing(Audience.BOTH, "Acme: down", TEXT));

        assertThat(sections)
                .containsExactly(
                        "*For the business*\nMail is not going out.", "*For IT*\nacme/web DOWN: 3/3 probes failed");
    }

    @Test
    void oneVoiceNeedsNoLabel() {
        assertThat(sections(Messages.firing(Audience.IT, "Acme: down", TEXT)))
                .containsExactly("acme/web DOWN: 3/3 probes failed");
    }

    @Test
    void slacksLimitsHoldForTextsOfAnyLength() {
        String endless = "<&🔴@here>".repeat(2000);
        Message message = Messages.firing(Audience.BOTH, endless, new Voices(endless, endless));

        assertThat(header(message)).hasSizeLessThanOrEqualTo(150).endsWith("…");
        assertThat(sections(message))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).hasSizeBetween(2900, 3000).endsWith("…"));
    }

    @Test
    void markupAndMentionsOfOthersAreHarmless() {
        String hostile = "<!channel> & <https://evil.example|click> @here @Everyone";
        Message message = Messages.firing(Audience.IT, hostile, new Voices(hostile, hostile));

        assertThat(sections(message).getFirst())
                .isEqualTo("&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt; @\u200bhere @\u200bEveryone");
        assertThat(header(message)).doesNotContain("<");
        assertThat(text(SlackMessage.blocks(message))).doesNotContain("<");
        assertThat(text(SlackMessage.plain(message))).doesNotContain("<!", "<https://evil", "@here");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aCutNeverLeavesHalfAnEscapeOrHalfACharacter(int longest) {
        String cut = SlackText.escaped("a<🔴&b", longest);

        assertThat(cut).hasSizeLessThanOrEqualTo(Math.max(longest, 1));
        assertThat(cut.replace("&lt;", "").replace("&amp;", "")).doesNotContain("&", "<");
        assertThat(cut.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    @Test
    void theContextLinksToTheAlertAndTellsTheTimeInTheReadersZone() {
        assertThat(context(Messages.of(Happening.FIRING, Severity.CRITICAL)))
                .contains("<http://localhost:8080/alerts/0192f000-0000-7000-8000-000000000001|Open in Bellwether>")
                .contains("CRITICAL")
                .contains("Acme")
                .contains("<!date^1795341600^{date_short_pretty} {time}|2026-11-22 10:00 UTC>");
    }

    @Test
    void whatIsOverLooksLikeIt() {
        Message over = Messages.of(Happening.RESOLVED, Severity.CRITICAL);
        Message firing = Messages.of(Happening.FIRING, Severity.CRITICAL);

        assertThat(header(over)).startsWith("✅");
        assertThat(header(firing)).startsWith("🔴");
        assertThat(attachment(over).get("color"))
                .isNotEqualTo(attachment(firing).get("color"));
    }

    @Test
    void aTestIsMarkedWhereverItShows() {
        Message test = Messages.test(Audience.BOTH);

        assertThat(header(test)).contains("TEST");
        assertThat(text(SlackMessage.blocks(test))).contains("TEST");
        assertThat(text(SlackMessage.plain(test))).contains("TEST");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attachment(Message message) {
        return ((List<Map<String, Object>>) SlackMessage.blocks(message).get("attachments")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<String> sections(Message message) {
        return ((List<Map<String, Object>>) attachment(message).get("blocks"))
                .stream()
                        .filter(block -> block.get("type").equals("section"))
                        .map(block -> text((Map<String, Object>) block.get("text")))
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static String context(Message message) {
        Map<String, Object> last =
                ((List<Map<String, Object>>) attachment(message).get("blocks")).getLast();
        return text(((List<Map<String, Object>>) last.get("elements")).getFirst());
    }

    @SuppressWarnings("unchecked")
    private static String header(Message message) {
        Map<String, Object> block =
                ((List<Map<String, Object>>) SlackMessage.blocks(message).get("blocks")).getFirst();
        return text((Map<String, Object>) block.get("text"));
    }

    private static String text(Map<String, Object> object) {
        return (String) object.get("text");
    }
}
