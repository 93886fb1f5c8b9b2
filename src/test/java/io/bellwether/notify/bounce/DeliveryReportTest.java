package io.bellwether.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReportTest {

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, true",
        "failed, 5.2.2, true",
        "Failed, 5.0.0, true",
        "failed, 4.4.7, false",
        "delayed, 4.4.1, false",
        "delayed, 5.1.1, false",
    })
    void onlyWhatFailedForGoodIsHard(String action, String status, boolean hard) throws Exception {
        assertThat(read(SampleMails.report("bounces@example.org", action, status)))
                .asInstanceOf(type(Returned.Failure.class))
                .satisfies(failure -> assertThat(failure.hard()).isEqualTo(hard))
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(status))
                .satisfies(failure -> assertThat(failure.addresses()).contains("bounces@example.org"))
                .satisfies(failure -> assertThat(failure.diagnostic()).isEqualTo("550 the server's own words"));
    }

    @ParameterizedTest
    @CsvSource({"delivered, 2.0.0", "relayed, 2.0.0", "expanded, 2.0.0"})
    void goodNewsIsNothingToActUpon(String action, String status) throws Exception {
        assertThat(read(SampleMails.report("bounces@example.org", action, status)))
                .isInstanceOf(Returned.Nothing.class);
    }

    @Test
    void anAutomaticReplyIsNoBounceThoughItSoundsLikeOne() throws Exception {
        assertThat(read(SampleMails.outOfOffice("bounces@example.org")))
                .isEqualTo(new Returned.Nothing("An automatic reply says nothing about delivery."));
    }

    @Test
    void whatNobodySentIsNoBounceWithoutAReport() throws Exception {
        assertThat(read(SampleMails.fromNobody("bounces@example.org")))
                .isEqualTo(new Returned.Nothing("An automatic reply says nothing about delivery."));
    }

    @Test
    void aPersonsLetterIsNoBounce() throws Exception {
        assertThat(read("From: max@example.com\r\nTo: bounces@example.org\r\n\r\n5.1.1 failed\r\n"))
                .isEqualTo(new Returned.Nothing("This is no report on a delivery."));
    }

    @Test
    void aStatusThatIsMissingIsReadFromTheDiagnosis() throws Exception {
        String report = SampleMails.report("bounces@example.org", "failed", "5.9.9")
                .replace("Status: 5.9.9\r\n", "")
                .replace("the server's own words", "5.1.10 no mailbox here");

        assertThat(read(report))
                .asInstanceOf(type(Returned.Failure.class))
                .extracting(Returned.Failure::status)
                .isEqualTo("5.1.10");
    }

    @Test
    void whatIsNoMailIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(MessagingException.class);
    }

    private static Returned read(String mail) throws Exception {
        return DeliveryReport.read(mail.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
