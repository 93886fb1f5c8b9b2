package io.bellwether.health.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.score.FilingHistories;
import io.bellwether.core.score.backtest.Course;
import io.bellwether.core.score.backtest.Dated;
import io.bellwether.core.score.backtest.PastFinances;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {

    private static final LocalDate FROM = LocalDate.parse("2022-01-01");
    private static final LocalDate TO = LocalDate.parse("2024-06-30");

    private final PastFinances past = new PastFinances(
            FilingHistories.of("10 5.02, 40 3.01, 62 1.02, 75 25-NSE, 95 4.01, 160 1.03").stream()
                    .map(event -> new Dated<>(event, event.occurredAt(), null))
                    .toList(),
            List.of(),
            List.of());
    private final Course course = past.course("<Acme & Sons>", FROM, TO);
    private final BackTest test = BackTest.of(FROM, TO, List.of(course));

    @Test
    void isWellFormedAndNamesWhatItShows() throws Exception {
        String svg = new Replayed(test, List.of(course), _ -> past).chart();

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(texts(document))
                .contains("3.01", "1.02", "25-nse", "4.01", "failed 2023-08-08", "90 (1 of 1)", "10 (0 of 1)")
                .anyMatch(text -> text.startsWith("<Acme & Sons>: financial score"));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Back-test from 2022-01-01 to 2024-06-30 of 1 vendors,"
                        + " and the financial score of <Acme & Sons>");
        assertThat(svg).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aCompanyOfWhichLittleIsKnownIsDrawnToo() throws Exception {
        PastFinances quiet = new PastFinances(List.of(past.events().getFirst()), List.of(), List.of());
        Course one = quiet.course("quiet", FROM, LocalDate.parse("2022-05-05"));
        String svg = new Replayed(BackTest.of(FROM, TO, List.of(one)), List.of(one), _ -> quiet).chart();

        assertThat(one.judgements()).hasSize(1);
        assertThat(svg).contains("10 (0 of 0)").doesNotContain("NaN", "Infinity");
    }

    @Test
    void tablesHaveOneRowForEachThreshold() {
        assertThat(Tables.csv(test).lines())
                .hasSize(1 + test.thresholds().size())
                .first()
                .isEqualTo(
                        "threshold,failures,hits,leastLeadDays,medianLeadDays,falseAlarms,vendorYears,falseAlarmsPerYear");
        assertThat(Tables.csv(test).lines().skip(10)).first().isEqualTo("several grave filings,1,1,85,85,0,0.3,0.000");
        assertThat(Tables.markdown(test).lines().limit(2))
                .containsExactly(
                        "| warned when | failures | foretold | days ahead, least | median | false alarms |"
                                + " vendor-years | false alarms per vendor-year |",
                        "|---|---|---|---|---|---|---|---|");
    }

    private static List<String> texts(Document document) {
        NodeList nodes = document.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
