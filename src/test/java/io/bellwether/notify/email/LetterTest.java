package io.bellwether.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Audience;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Messages;
import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void noHeaderCanBeSmuggledInThroughTheSubject() {
        Letter letter = Letter.of(Messages.firing(
                Audience.IT, "Acme\r\nBcc: everybody@example.com\u2028\u0000 down", new Voices("it", "marketing")));

        assertThat(letter.title()).isEqualTo("Acme Bcc: everybody@example.com down");
    }

    @Test
    void aSubjectIsCutToALengthThatMailProgramsShow() {
        Letter letter = Letter.of(Messages.firing(Audience.IT, "x".repeat(4000), new Voices("it", "marketing")));

        assertThat(letter.title()).hasSize(180);
    }

    @Test
    void bothVoicesAreToldTheBusinessOneFirst() {
        Letter letter = Letter.of(Messages.of(Happening.FIRING, Severity.CRITICAL));

        assertThat(letter.parts()).extracting(Letter.Part::label).containsExactly("For the business", "For IT");
    }

    @Test
    void theTimeIsTheReaders() {
        assertThat(Letter.of(Messages.of(Happening.FIRING, Severity.WARNING)).time())
                .isEqualTo("Sun 22 Nov 2026, 10:00 UTC");
    }

    @Test
    void theToneIsCalmWhenItIsOver() {
        assertThat(Letter.of(Messages.of(Happening.PASSED, Severity.CRITICAL)).tone())
                .isEqualTo("over");
        assertThat(Letter.of(Messages.of(Happening.FIRING, Severity.CRITICAL)).tone())
                .isEqualTo("critical");
    }
}
