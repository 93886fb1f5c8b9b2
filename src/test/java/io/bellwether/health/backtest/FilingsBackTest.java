package io.bellwether.health.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bellwether.RealFilings;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingHistories;
import io.bellwether.core.score.backtest.Course;
import io.bellwether.core.score.backtest.Dated;
import io.bellwether.core.score.backtest.Outcome;
import io.bellwether.core.score.backtest.PastFinances;
import io.bellwether.core.score.backtest.Threshold.Figure;
import io.bellwether.probe.filings.FiledEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Replays filings without a server: of made-up companies, and of real ones from the SEC's own files, whose paths are given by
 * {@code -Dbacktest.filings=…}. Prints the tables of {@code docs/backtest.md} and draws the chart.
 */
class FilingsBackTest {

    private static final Path PAGE = Path.of("docs/backtest.md");
    private static final LocalDate FROM = LocalDate.parse("1993-01-01");

    /** The files of a company that failed in 2020. */
    private static final String AT_HAND = RealFilings.FOLDER.resolve("CIK0001009672.json.gz") + " "
            + RealFilings.FOLDER.resolve("CIK0001009672-submissions-001.json.gz");

    private static final String FILINGS = System.getProperty("backtest.filings", AT_HAND);
    private static final Path CHART = Path.of(System.getProperty("backtest.chart", "target/backtest.svg"));

    /** A page of older filings has a number of its own. */
    private static final Pattern NAME =
            Pattern.compile("CIK(?<cik>[0-9]{10})(?<older>-submissions-[0-9]{3})?\\.json.*");

    @Test
    void madeUpCompaniesThatFailAreForetoldAndHealthyOnesRaiseNoFlag() throws IOException {
        Map<String, PastFinances> all = new LinkedHashMap<>(madeUp(FilingHistories.HEALTHY));
        all.putAll(madeUp(FilingHistories.FAILING));
        BackTest test = test(courses(all));
        String table = Tables.markdown(test);
        System.out.print(table);

        assertThat(grave(test).failures()).isEqualTo(4);
        assertThat(grave(test).missed()).containsExactly("out of the blue");
        assertThat(grave(test).falseAlarms()).isEmpty();
        assertThat(grave(test).vendorYears()).isGreaterThan(50);
        assertThat(Files.readString(PAGE)).contains(table);
    }

    @Test
    void realCompaniesAreForetold() throws IOException {
        List<Path> files = Arrays.stream(FILINGS.split(" ", -1)).map(Path::of).toList();
        assumeThat(files).allMatch(Files::exists);
        Map<String, PastFinances> all = new LinkedHashMap<>(madeUp(FilingHistories.HEALTHY));
        Map<String, PastFinances> real = real(files);
        all.putAll(real);
        List<Course> courses = courses(all);
        BackTest test = test(courses);
        String table = Tables.markdown(test);
        System.out.print(table);
        List<Course> drawn = courses.stream()
                .filter(course -> real.containsKey(course.vendor()))
                .toList();
        Files.createDirectories(CHART.toAbsolutePath().getParent());
        Files.writeString(CHART, new Replayed(test, drawn, real::get).chart());
        System.out.println("Drawn in " + CHART);

        assertThat(test.thresholds()).isNotEmpty();
        if (FILINGS.equals(AT_HAND)) {
            assertThat(grave(test).leastLead()).isGreaterThanOrEqualTo(60);
            assertThat(grave(test).falseAlarms()).isEmpty();
            assertThat(Files.readString(PAGE)).contains(table);
        }
    }

    private static Outcome grave(BackTest test) {
        return test.thresholds().stream()
                .filter(outcome -> outcome.threshold().figure() == Figure.GRAVE_FILINGS)
                .findFirst()
                .orElseThrow();
    }

    private static BackTest test(List<Course> courses) {
        LocalDate last =
                courses.stream().map(Course::end).max(LocalDate::compareTo).orElseThrow();
        return BackTest.of(FROM, last.minusDays(1), courses);
    }

    /** Each up to its last filing: what it did afterwards is not known. */
    private static List<Course> courses(Map<String, PastFinances> companies) {
        return companies.entrySet().stream()
                .map(company -> company.getValue().course(company.getKey(), FROM, last(company.getValue())))
                .toList();
    }

    private static LocalDate last(PastFinances company) {
        return company.events().stream()
                .map(event -> LocalDate.ofInstant(event.knownAt(), ZoneOffset.UTC))
                .max(LocalDate::compareTo)
                .orElse(FROM);
    }

    private static Map<String, PastFinances> madeUp(String histories) {
        Map<String, PastFinances> companies = new LinkedHashMap<>();
        histories.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            companies.put(parts[0].strip(), past(FilingHistories.of(parts[1])));
        });
        return companies;
    }

    private static Map<String, PastFinances> real(List<Path> files) throws IOException {
        Map<String, List<FilingEvent>> events = new LinkedHashMap<>();
        for (Path file : files) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            assertThat(name.matches())
                    .as("%s is named as the SEC names it", file)
                    .isTrue();
            long cik = Long.parseLong(name.group("cik"));
            events.computeIfAbsent("CIK " + cik, _ -> new ArrayList<>())
                    .addAll(name.group("older") == null ? FiledEvents.newest(file, cik) : FiledEvents.older(file, cik));
        }
        return events.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, company -> past(company.getValue())));
    }

    private static PastFinances past(List<FilingEvent> events) {
        return new PastFinances(
                events.stream()
                        .map(event -> new Dated<>(event, event.occurredAt(), null))
                        .toList(),
                List.of(),
                List.of());
    }
}
