package io.bellwether.health.backtest;

import io.bellwether.core.score.FilingLedger;
import io.bellwether.core.score.backtest.Course;
import java.time.LocalDate;
import java.util.List;

/** A back-test as a drawing: what the thresholds are worth, and the course of one vendor, whole and of its last months. */
final class Chart {

    private static final int WIDTH = 900;
    private static final double LEFT = 50;
    private static final double ACROSS = 790;
    private static final int LAST_DAYS = 210;

    private Chart() {}

    /** @param course of a vendor that was judged at least once */
    static String svg(BackTest test, Course course, List<FilingLedger.Entry> filings) {
        Drawing drawing = new Drawing(WIDTH, 800);
        new ThresholdDiagram(drawing, test.thresholds(), LEFT, 40, ACROSS, 180).draw();
        LocalDate first = course.judgements().getFirst().day();
        LocalDate end = course.end();
        new CourseDiagram(drawing, course, first, end, LEFT, 330, ACROSS, 150)
                .draw(
                        course.vendor() + ": financial score; shaded, when its filings alone were a slip",
                        filings,
                        false);
        LocalDate late = end.minusDays(LAST_DAYS).isBefore(first) ? first : end.minusDays(LAST_DAYS);
        new CourseDiagram(drawing, course, late, end, LEFT, 615, ACROSS, 150)
                .draw("the same, its last months, with the filings that weighed", filings, true);
        return drawing.svg("Back-test from " + test.from() + " to " + test.to() + " of " + test.vendors()
                + " vendors, and the financial score of " + course.vendor());
    }
}
