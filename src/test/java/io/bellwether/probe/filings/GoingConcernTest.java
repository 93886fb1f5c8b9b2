package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All sentences are made up, in the manner of annual reports. */
class GoingConcernTest {

    private static final String BEFORE = "The Company makes widgets. It sold fewer of them. ";
    private static final String AFTER = " Widgets are round. See Note 3.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our losses and the loan that falls due in May raise substantial doubt about our ability to continue as a going concern.",
                "There is substantial doubt about the Company's ability to continue as a going concern.",
                "Management has concluded that substantial doubt exists as to its ability to continue as a going concern for one year.",
                "The report of our auditors expresses substantial doubt about our ability to continue as a going concern.",
                "These matters raise substantial doubt about the ability to continue as a going concern, which management's plans do not alleviate.",
                "As the plans are not within its control, they have not been alleviated: substantial doubt about the going concern remains.",
                "The Company does not have the cash that it will need, which raises substantial doubt about its going concern.",
                "Management evaluated these conditions and concluded that there is substantial doubt about the going concern.",
                "The Company lost money in each year, and this raises substantial doubt that it may be able to continue as a going concern."
            })
    void aDoubtThatIsThereIsRaised(String sentence) {
        assertThat(GoingConcern.in(BEFORE + sentence + AFTER)).get().satisfies(doubt -> {
            assertThat(doubt.alleviated()).isFalse();
            assertThat(doubt.sentence()).isEqualTo(sentence);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Management believes that its plans alleviated the substantial doubt about its ability to continue as a going concern.",
                "The new loan alleviates the conditions that raised substantial doubt about our ability to continue as a going concern.",
                "The substantial doubt about the Company's ability to continue as a going concern no longer exists."
            })
    void aDoubtThatIsOverIsAlleviated(String sentence) {
        assertThat(GoingConcern.in(BEFORE + sentence + AFTER)).get().satisfies(doubt -> {
            assertThat(doubt.alleviated()).isTrue();
            assertThat(doubt.sentence()).isEqualTo(sentence);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If we cannot raise money, this could raise substantial doubt about our ability to continue as a going concern.",
                "A loss of our largest customer may cast substantial doubt on our ability to continue as a going concern.",
                "Management evaluates whether there is substantial doubt about the Company's ability to continue as a going concern.",
                "Management evaluated the conditions and concluded that there is no substantial doubt about the going concern.",
                "There can be no assurance that auditors will not state substantial doubt about our ability to continue as a going concern.",
                "If alleviated, substantial doubt about the ability to continue as a going concern is still told.",
                "There is no substantial doubt about the Company's ability to continue as a going concern.",
                "Management found that no conditions raise substantial doubt about its ability to continue as a going concern.",
                "The conditions do not raise substantial doubt about our ability to continue as a going concern.",
                "The standard requires a judgement on substantial doubt about the ability to continue as a going concern.",
                "We have substantial doubt that round widgets sell.",
                "The statements were prepared on the basis of a going concern.",
                "In the event of a default there would be substantial doubt about our ability to continue as a going concern.",
                ""
            })
    void whatIsNotPlainIsNothing(String sentence) {
        assertThat(GoingConcern.in(BEFORE + sentence + AFTER)).isEmpty();
    }

    @Test
    void whatIsAlleviatedInTheEndCounts() {
        String text = "Our losses raised substantial doubt about our ability to continue as a going concern. "
                + "Our new loan alleviated that substantial doubt.";

        assertThat(GoingConcern.in(text)).get().matches(GoingConcern.Doubt::alleviated);
    }

    @Test
    void aRiskThatIsTalkedOfDoesNotHideTheDoubt() {
        String text =
                "Lenders may leave, which could raise substantial doubt about our ability to continue as a going concern. "
                        + "Our auditors state substantial doubt about our ability to continue as a going concern.";

        assertThat(GoingConcern.in(text))
                .get()
                .extracting(GoingConcern.Doubt::sentence)
                .asString()
                .startsWith("Our auditors");
    }

    @Test
    void theSentenceIsCutWhereItHasNoEnd() {
        String text =
                "word ".repeat(1_000) + "raise substantial doubt about the going concern " + "word ".repeat(1_000);

        assertThat(GoingConcern.in(text))
                .get()
                .extracting(GoingConcern.Doubt::sentence)
                .asString()
                .hasSizeLessThanOrEqualTo(500);
    }
}
