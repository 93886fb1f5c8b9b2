package io.bellwether.core.score;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What companies might have filed. All of it is made up; days count from {@link #START}. */
public final class FilingHistories {

    public static final LocalDate START = LocalDate.parse("2023-03-01");

    private static final Map<String, String> BY_NAME = Map.of(
            "doubt", "filing-going-concern",
            "alleviated", "filing-going-concern-alleviated",
            "overdue", "filing-overdue");

    /**
     * Name, and what was filed besides the regular reports: day and what, where {@code +} joins the items of one 8-K and
     * {@code ~} what the text of one tells.
     */
    public static final String HEALTHY = """
            a departure every quarter            | 10 5.02, 100 5.02, 190 5.02, 280 5.02, 370 5.02, 460 5.02
            eight departures in a season         | 5 5.02, 9 5.02, 20 5.02, 31 5.02, 40 5.02, 55 5.02, 61 5.02, 80 5.02
            a cyber incident                     | 50 1.05
            a cyber incident told twice more     | 50 1.05, 64 8-K/A:1.05, 90 8-K/A:1.05
            two cyber incidents in two years     | 50 1.05, 480 1.05
            notes that fell due                  | 75 25-NSE
            two series of notes that fell due    | 75 25-NSE, 260 25-NSE, 261 5.02
            three series of notes in one year    | 40 25-NSE, 150 25-NSE, 290 25-NSE, 291 5.02
            notes that fell due beside a cyber incident | 70 1.05, 75 25-NSE, 90 5.02
            notes that fell due under an old class | 60 25-NSE, 75 15-12B
            a move to another exchange           | 90 3.01, 97 8-A12B, 100 25
            a move to another exchange, twice    | 90 3.01, 97 8-A12B, 100 25, 390 3.01, 395 8-A12B, 402 25
            a move with a new finance chief      | 60 5.02, 90 3.01+5.02, 91 8-A12B, 101 25, 140 4.01
            a listing notice for a vacant seat   | 40 5.02, 44 3.01, 120 5.02
            two listing notices over seats       | 44 3.01, 130 3.01, 150 5.02
            a new auditor                        | 110 4.01
            a new auditor and new directors      | 100 5.02, 110 4.01, 150 5.02
            an ordinary agreement ended          | 33 1.02
            credit line replaced by a larger one | 33 1.01+1.02+2.03
            amended annual report                | 60 10-K/A, 300 10-K/A
            late once and filed in the extension | 15 NT 10-K
            late once with the exchange's notice | 15 NT 10-K, 33 3.01
            a quarter late from a merger of books | 75 NT 10-Q, 80 5.02
            a vote on a merger as the buyer      | 70 DEFM14A, 160 2.01+2.03, 200 25-NSE
            a tender offer for its own shares    | 45 SC TO-I, 80 2.03
            a tender offer for another company   | 45 SC TO-T, 80 2.01
            a small exit                         | 120 2.05
            an exit with an impairment           | 120 2.05+2.06, 150 5.02
            an exit, an impairment, an agreement | 120 2.05+2.06, 125 1.02, 150 5.02, 160 4.01
            a subsidiary sold                    | 55 2.01, 56 1.02, 57 5.02
            bought: vote and closing             | 70 DEFM14A, 190 1.02+2.01+3.01+5.01+5.02, 190 25-NSE, 201 15-12B
            bought: tender offer and closing     | 70 SC TO-T, 71 SC 14D9, 105 1.02+2.01+3.01+5.01+5.02, 106 25, 116 15-12G
            gone private to save the costs       | 60 3.01, 71 25, 81 15-12G
            a new finance chief every year       | 30 5.02+5.02~chief, 395 5.02+5.02~chief
            both chiefs and a director leave     | 30 5.02+5.02~chief, 75 5.02+5.02~chief, 120 5.02, 160 5.02
            a credit line given up unused        | 33 1.02+1.02~credit, 60 5.02
            an auditor resigned                  | 110 4.01+4.01~resignation, 150 5.02
            an auditor and a finance chief resigned | 100 5.02+5.02~chief, 110 4.01+4.01~resignation
            a move of its own will, by the text  | 90 3.01+3.01~voluntary, 100 25, 101 5.02
            a doubt about going on, alleviated   | 62 doubt, 153 alleviated
            a report missing without a word      | 100 overdue, 120 5.02
            a shelf full of new agreements       | 20 1.01+2.03, 40 1.01, 70 1.01+2.03, 120 1.01, 150 2.03
            """;

    /** As above, of companies that fail in the end. */
    public static final String FAILING = """
            warned, removed, without an auditor  | 10 5.02, 40 3.01, 62 1.02, 75 25-NSE, 95 4.01, 160 1.03+2.04
            restated, late, lenders at the door  | 20 4.02, 33 NT 10-K, 60 3.01, 95 2.04, 140 1.03
            an exit on top of a default          | 20 2.05, 40 2.06, 70 2.04, 100 5.02, 115 1.03
            out of the blue                      | 30 5.02, 70 1.03
            """;

    private FilingHistories() {}

    /**
     * A company's events, the regular reports among them.
     *
     * @param filings as above, without the name
     */
    public static List<FilingEvent> of(String filings) {
        List<FilingEvent> events = new ArrayList<>();
        boolean leaves = filings.contains("1.03") || (filings.contains("15-12") && !filings.contains("NSE, 75 15-12B"));
        for (int report = -300; report < (leaves ? 30 : 560); report += 91) {
            events.add(filed(report, report % 4 == 0 ? "10-K" : "10-Q"));
        }
        for (String filing : filings.strip().split(", ", -1)) {
            int space = filing.indexOf(' ');
            int day = Integer.parseInt(filing.substring(0, space));
            Arrays.stream(filing.substring(space + 1).split("\\+", -1))
                    .map(form -> filed(day, form))
                    .forEach(events::add);
        }
        return events;
    }

    private static FilingEvent filed(int day, String form) {
        LocalDate date = START.plusDays(day);
        return new FilingEvent(
                signal(form),
                date + "#" + form,
                date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                "https://registry.example/" + date);
    }

    private static String signal(String form) {
        if (form.startsWith("8-K/A:")) {
            return "filing-8k-a-" + form.substring(6);
        }
        if (form.contains("~")) {
            return "filing-8k-" + form.replace('~', '-');
        }
        return form.matches("\\d\\.\\d\\d")
                ? "filing-8k-" + form
                : BY_NAME.getOrDefault(
                        form, "filing-" + form.toLowerCase(Locale.ROOT).replaceAll("[ /]", "-"));
    }
}
