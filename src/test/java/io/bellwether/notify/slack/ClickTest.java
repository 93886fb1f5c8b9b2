package io.bellwether.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.platform.TestJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickTest {

    private static final String ONE = "0192f000-0000-7000-8000-000000000001";
    private static final String TWO = "0192f000-0000-7000-8000-000000000002";
    private static final String PRESS = """
            {"type": "block_actions", "user": {"id": "U0123ABCD"}, "response_url": "https://hooks.slack.com/actions/1",
             "actions": [{"action_id": "acknowledge", "value": "%s,%s"}]}""".formatted(ONE, TWO);

    @Test
    void aPressSaysWhoWantsWhatOfWhichAlerts() {
        assertThat(read(PRESS))
                .contains(new Click(
                        "U0123ABCD",
                        "acknowledge",
                        List.of(UUID.fromString(ONE), UUID.fromString(TWO)),
                        URI.create("https://hooks.slack.com/actions/1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"type\": \"view_submission\"}",
                "{\"type\": \"block_actions\", \"user\": \"U1\", \"actions\": 7}",
            })
    void whateverElseSlackSendsIsNoPress(String payload) {
        assertThat(read(payload)).isEmpty();
    }

    @Test
    void norIsOneOfAnotherButtonOrWithoutAlerts() {
        assertThat(read(PRESS.replace("acknowledge", "explode"))).isEmpty();
        assertThat(read(PRESS.replace(ONE, "everything"))).isEmpty();
        assertThat(read(PRESS.replace("https://hooks.slack.com/actions/1", "not a URL")))
                .isEmpty();
        assertThat(Click.of("something=else", TestJson.json())).isEmpty();
    }

    private static Optional<Click> read(String payload) {
        return Click.of("x=1&payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8), TestJson.json());
    }
}
