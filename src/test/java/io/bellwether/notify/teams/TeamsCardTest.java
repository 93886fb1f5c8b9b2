package io.bellwether.notify.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import io.bellwether.notify.Audience;
import io.bellwether.notify.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamsCardTest {

    @Test
    void theBusinessVoiceComesFirst() {
        assertThat(texts(TeamsCard.of(Messages.firing(Audience.BOTH, "Acme: down", new Voices("probe", "no mail")))))
                .containsExactly("Acme: down", "For the business", "no mail", "For IT", "probe");
    }

    @Test
    void markupAndMentionsAreHarmless() {
        String hostile = "[click](https://evil.example) <at>everyone</at> **bold**";

        assertThat(texts(TeamsCard.of(Messages.firing(Audience.IT, hostile, new Voices(hostile, hostile)))))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("[click]", "<at>", "</at>", "**")
                        .contains("\\[click\\]\\(https://evil.example\\)"));
    }

    @Test
    void aStormFitsIntoOneCard() {
        Map<String, Object> card = TeamsCard.of(Messages.of(500, "Acme: down", new Voices("x".repeat(5_000), "y")));

        assertThat(texts(card)).hasSizeLessThan(60).last().isEqualTo("… and 459 more");
        assertThat(String.join("", texts(card))).hasSizeLessThan(14_000);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> message) {
        Map<String, Object> attachment = ((List<Map<String, Object>>) message.get("attachments")).getFirst();
        Map<String, Object> card = (Map<String, Object>) attachment.get("content");
        return ((List<Map<String, Object>>) card.get("body"))
                .stream().map(block -> (String) block.get("text")).toList();
    }
}
