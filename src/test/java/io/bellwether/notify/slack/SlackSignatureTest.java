package io.bellwether.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSignatureTest {

    /** The example of Slack's documentation. */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
                    + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F"
                    + "hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id="
                    + "398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final String TIME = "1531420618";

    @Test
    void slacksOwnExampleHolds() {
        assertThat(signature(TIME, SIGNATURE, BODY).isBy(SECRET)).isTrue();
    }

    @Test
    void anythingElseDoesNot() {
        assertThat(signature(TIME, SIGNATURE, BODY + " ").isBy(SECRET)).isFalse();
        assertThat(signature("1531420619", SIGNATURE, BODY).isBy(SECRET)).isFalse();
        assertThat(signature(TIME, SIGNATURE.replace('a', 'b'), BODY).isBy(SECRET))
                .isFalse();
        assertThat(signature(TIME, null, BODY).isBy(SECRET)).isFalse();
        assertThat(signature(TIME, SIGNATURE, BODY).isBy("another secret altogether"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1531420618, true",
        "1531420318, true",
        "1531420317, false",
        "1531420918, true",
        "1531420919, false",
        "'', false",
        "-1, false",
        "99999999999999999999, false",
    })
    void onlyWhatWasSentWithinFiveMinutesIsRecent(String timestamp, boolean recent) {
        assertThat(signature(timestamp, SIGNATURE, BODY).isRecent(Instant.ofEpochSecond(1531420618)))
                .isEqualTo(recent);
    }

    private static SlackSignature signature(
            String timestamp, @org.jspecify.annotations.Nullable String signature, String body) {
        return new SlackSignature(timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }
}
