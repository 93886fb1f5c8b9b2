package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryTest {

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, TELL",
        "SENDING, TELL",
        "WAITING, TELL_BOTH",
        "DEAD, TELL_BOTH",
        "COALESCED, TELL_BOTH",
        "SUPPRESSED, SUPPRESS",
    })
    void whatIsSaidOfTheEndDependsOnWhatBecameOfTheBegin(IntentState begin, Recovery end) {
        assertThat(Recovery.after(begin)).isEqualTo(end);
    }

    @Test
    void theJoinedMessageTellsBeginAndEndInBothVoices() {
        Message begin = Messages.of(Happening.FIRING, Severity.CRITICAL);
        Message end = Messages.of(Happening.RESOLVED, Severity.CRITICAL);

        Message joined = end.joinedWith(begin);

        assertThat(joined.happening()).isEqualTo(Happening.PASSED);
        assertThat(joined.id()).isEqualTo(end.id());
        assertThat(joined.title()).isEqualTo("Over again: Acme: down");
        assertThat(joined.text().it())
                .contains(begin.text().it())
                .endsWith(end.text().it());
        assertThat(joined.text().marketing())
                .contains(begin.text().marketing())
                .endsWith(end.text().marketing());
    }
}
