package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bellwether.RealFilings;
import io.bellwether.core.finance.Formula;
import io.bellwether.core.finance.Statement;
import io.bellwether.core.finance.Window;
import io.bellwether.core.finance.filed.Accounts;
import io.bellwether.core.finance.filed.FiledItem;
import io.bellwether.core.finance.filed.Flag;
import io.bellwether.core.finance.filed.PeriodStatement;
import io.bellwether.core.finance.filed.Quarter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures of a company with a fiscal year of its own, from its real filings; only where these lie beside the project. */
class RealCompanyTest {

    private static final Path FILE = RealFilings.FOLDER.resolve("companyfacts-CIK0001640147.json.gz");

    private static CompanyFacts company = CompanyFacts.NONE;

    @BeforeAll
    static void read() throws IOException {
        assumeThat(FILE).exists();
        try (InputStream body = new GZIPInputStream(Files.newInputStream(FILE))) {
            company = CompanyFactsReader.read(body.readAllBytes());
        }
    }

    @Test
    void theLastTwelveMonthsAreRightToTheUnit() {
        assertThat(trailing(FiledItem.REVENUE)).isEqualTo(3_839_761_000.0);
        assertThat(trailing(FiledItem.OPERATING_INCOME)).isEqualTo(-1_554_695_000.0);
        assertThat(trailing(FiledItem.NET_INCOME)).isEqualTo(-1_398_744_000.0);
        assertThat(trailing(FiledItem.OPERATING_CASH_FLOW)).isEqualTo(832_669_000.0);
        assertThat(trailing(FiledItem.DEPRECIATION_AND_AMORTIZATION)).isEqualTo(191_091_000.0);
        assertThat(trailing(FiledItem.GROSS_PROFIT)).isEqualTo(2_548_819_000.0);
    }

    @Test
    void theBalanceSheetIsRightToTheUnit() {
        assertThat(last().end()).isEqualTo("2025-04-30");
        assertThat(trailing(FiledItem.TOTAL_ASSETS)).isEqualTo(8_157_407_000.0);
        assertThat(trailing(FiledItem.TOTAL_LIABILITIES)).isEqualTo(5_742_553_000.0);
        assertThat(trailing(FiledItem.CURRENT_ASSETS)).isEqualTo(4_785_974_000.0);
        assertThat(trailing(FiledItem.CURRENT_LIABILITIES)).isEqualTo(3_030_544_000.0);
        assertThat(trailing(FiledItem.DEFERRED_REVENUE)).isEqualTo(2_309_803_000.0);
        assertThat(trailing(FiledItem.RETAINED_EARNINGS)).isEqualTo(-8_214_507_000.0);
        assertThat(trailing(FiledItem.CASH_AND_EQUIVALENTS)).isEqualTo(2_243_083_000.0);
        assertThat(trailing(FiledItem.PUBLIC_FLOAT)).isEqualTo(42.3e9, offset(0.05e9));
    }

    @Test
    void whatNothingIsComputedOfIsReadToo() {
        assertThat(trailing(FiledItem.SHARE_BASED_COMPENSATION)).isEqualTo(1_479_314_000.0 + 379_460_000 - 331_936_000);
        assertThat(trailing(FiledItem.BACKLOG)).isEqualTo(6.7e9);
        assertThat(last().missing())
                .containsEntry(FiledItem.RESTRUCTURING, "never filed under a tag that is known")
                .containsKeys(FiledItem.IMPAIRMENT, FiledItem.DEBT_DUE_LATER);
    }

    /** The balance sheet states its two kinds of shares apart, so that no sum is among the figures. */
    @Test
    void theSharesAreThoseOfTheCover() {
        assertThat(trailing(FiledItem.SHARES_OUTSTANDING)).isEqualTo(333_700_000.0);
        assertThat(last().figures().get(FiledItem.SHARES_OUTSTANDING).flags()).contains(Flag.COVER);
        assertThat(accounts()
                        .years()
                        .getLast()
                        .figures()
                        .get(FiledItem.SHARES_OUTSTANDING)
                        .value())
                .isEqualTo(334_100_000.0);
    }

    @Test
    void theFourthQuarterIsDerived() {
        Quarter fourth = accounts().quarters().stream()
                .filter(quarter -> quarter.end().equals(LocalDate.parse("2025-01-31")))
                .findFirst()
                .orElseThrow();

        assertThat(fourth.figures().get(FiledItem.REVENUE).value()).isEqualTo(986_770_000.0);
    }

    /** A company that takes in money lies in the zone of distress: why the formulas never set a grade. */
    @Test
    void aClassicFormulaMisfires() {
        Statement statement = last().statement();

        assertThat(value(Formula.ALTMAN_Z_SERVICES, statement)).isEqualTo(-2.7103, offset(0.00005));
        assertThat(value(Formula.ALTMAN_Z_SUBSCRIPTIONS, statement)).isEqualTo(-0.8529, offset(0.00005));
    }

    @Test
    void threeFiscalYearsAndThreeTrailingOnesAreThere() {
        assertThat(accounts().years())
                .extracting(year -> year.end().toString())
                .containsExactly("2023-01-31", "2024-01-31", "2025-01-31");
        assertThat(accounts().trailingWindow()).isPresent();
    }

    private static double value(Formula formula, Statement statement) {
        Double value =
                formula.of(new Window(List.of(statement, statement, statement))).value();
        System.out.printf(Locale.ROOT, "| %s | %.4f |%n", formula, value);
        return value == null ? Double.NaN : value;
    }

    private static Accounts accounts() {
        return Accounts.of(company.facts(), LocalDate.parse("2025-07-01"));
    }

    private static PeriodStatement last() {
        return accounts().trailing().getLast();
    }

    private static double trailing(FiledItem item) {
        double value = last().figures().get(item).value();
        System.out.printf(Locale.ROOT, "| %s | %,.0f |%n", item, value);
        return value;
    }
}
