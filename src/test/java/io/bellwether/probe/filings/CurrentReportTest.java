package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All texts are made up, in the manner of current reports. */
class CurrentReportTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            5.02 | Ann Lee resigned as Chief Financial Officer on May 5.                                | filing-8k-5.02-chief
            5.02 | On May 5, Mr. A. Lee, our Chief Executive Officer, told us that he will step down.    | filing-8k-5.02-chief
            5.02 | Ann Lee resigned as a director.                                                       |
            5.02 | Ann Lee was appointed Chief Financial Officer.                                        |
            5.02 | Departure of Directors or Certain Officers; Election of Directors Ann Lee is Chief Financial Officer now. |
            1.02 | Termination of a Material Definitive Agreement The Credit Agreement was told of before. |
            3.01 | Notice of Delisting or Failure to Satisfy a Listing Rule; Transfer of Listing. We voluntarily transfer to the NYSE. | filing-8k-3.01-voluntary
            5.02 | If the Chief Executive Officer resigns for good reason, she is entitled to a year's pay. |
            1.02 | The Company terminated its Credit Agreement with First Bank.                          | filing-8k-1.02-credit
            1.02 | The Credit Agreement was terminated. All amounts had been repaid.                     |
            1.02 | The Company terminated its lease of a warehouse.                                      |
            1.02,1.01 | The Company terminated its Credit Agreement with First Bank.                     |
            4.01 | Round LLP resigned as the independent registered public accounting firm.              | filing-8k-4.01-resignation
            4.01 | Round LLP declined to stand for re-election as auditor.                               | filing-8k-4.01-resignation
            4.01 | The committee dismissed Round LLP as its accounting firm. It had not resigned.        |
            3.01 | The Company gave notice that it will voluntarily transfer its listing to the NYSE.    | filing-8k-3.01-voluntary
            3.01 | Nasdaq told the Company that it is not in compliance. It may voluntarily delist.      |
            1.01 | The Company and its lenders entered into a Forbearance Agreement.                     | filing-8k-1.01-forbearance
            1.01 | The indenture speaks of bankruptcy, insolvency and receivership as events of default. |
            2.03 | The lenders made a Debtor-in-Possession Term Loan of $5 million.                      | filing-8k-2.03-forbearance
            1.01 | The default raises substantial doubt about its ability to continue as a going concern. | filing-8k-1.01-forbearance
            2.03 | There is substantial doubt about its ability to continue as a going concern.          | filing-8k-2.03-forbearance
            1.01 | An event that could raise substantial doubt about the borrower is a default.          |
            1.01 | Management's plans alleviated what raised substantial doubt about going on.           |
            2.03 | The opinion shall be free of any going concern qualification.                         |
            1.01,2.03 | The Company and its lenders entered into a Forbearance Agreement.                | filing-8k-1.01-forbearance
            """)
    void anItemTellsMoreThanItsCode(String items, String text, @Nullable String signal) {
        Set<String> codes = Set.of(items.split(",", -1));
        String report = "8-K\nItem " + items.substring(0, 4) + " What Happened.\n" + text + "\nSIGNATURES\nAnn Lee";

        var said = CurrentReport.read(report, codes);

        if (signal == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).singleElement().satisfies(saying -> {
                assertThat(saying.signal()).isEqualTo(signal);
                assertThat(saying.mark()).isEqualTo("#" + signal.substring(10, 14) + "~" + signal.substring(15));
                assertThat(text)
                        .contains(saying.sentence().replace("Item " + items.substring(0, 4) + " What Happened. ", ""));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Item 5.02 Officers.\nA director left.\nItem 8.01 Other.\nThe Chief Financial Officer resigned.",
                "Item 5.02 Officers.\nA director left.\nSIGNATURE\nThe Chief Financial Officer resigned.",
                "As told under Item 5.02 below, the Chief Financial Officer resigned.",
                "Item 8.01 Other.\nThe Chief Financial Officer resigned."
            })
    void onlyTheItemsOwnSectionIsRead(String text) {
        assertThat(CurrentReport.read(text, Set.of("5.02", "8.01"))).isEmpty();
    }
}
