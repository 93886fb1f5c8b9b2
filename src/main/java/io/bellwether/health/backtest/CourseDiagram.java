package io.bellwether.health.backtest;

import io.bellwether.core.score.FilingLedger;
import io.bellwether.core.score.backtest.Course;
import io.bellwether.core.score.backtest.Judgement;
import io.bellwether.health.backtest.Drawing.Anchor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A vendor's financial score over time, with what it filed and the days on which its filings alone were a slip. */
final class CourseDiagram {

    private static final int[] SCORES = {0, 25, 50, 75, 100};
    private static final int LABEL_ROWS = 5;
    private static final double ROW = 13;

    private final Drawing drawing;
    private final Course course;
    private final LocalDate from;
    private final LocalDate to;
    private final Frame frame;

    /** @param to exclusive */
    CourseDiagram(
            Drawing drawing,
            Course course,
            LocalDate from,
            LocalDate to,
            double left,
            double top,
            double width,
            double height) {
        this.drawing = drawing;
        this.course = course;
        this.from = from;
        this.to = to;
        this.frame = new Frame(left, top, width, height, (double) from.toEpochDay(), (double) to.toEpochDay(), 100);
    }

    /** @param labelled whether there is room to name the filings */
    void draw(String title, List<FilingLedger.Entry> filings, boolean labelled) {
        double above = frame.top() - 12 - (labelled ? LABEL_ROWS * ROW : 0);
        drawing.text(frame.left(), above, title, Anchor.START, Drawing.INK);
        slips();
        for (int score : SCORES) {
            drawing.line(frame.left(), frame.y(score), frame.right(), frame.y(score), Drawing.FAINT, 1);
            drawing.text(frame.left() - 8, frame.y(score) + 4, String.valueOf(score), Anchor.END, Drawing.INK);
        }
        drawing.text(frame.left(), frame.bottom() + 18, from.toString(), Anchor.START, Drawing.INK);
        drawing.text(frame.right(), frame.bottom() + 18, to.minusDays(1).toString(), Anchor.END, Drawing.INK);
        filings(filings, labelled);
        drawing.path(score(), Drawing.BLUE);
        LocalDate failedOn = course.failedOn();
        if (failedOn != null && within(failedOn)) {
            double x = x(failedOn);
            drawing.line(x, frame.top(), x, frame.bottom(), Drawing.RED, 2);
            drawing.text(x - 6, frame.top() + 24, "failed " + failedOn, Anchor.END, Drawing.RED);
        }
    }

    private void slips() {
        for (int i = 0; i < course.judgements().size(); i++) {
            Judgement judgement = course.judgements().get(i);
            LocalDate until = course.until(i).isBefore(to) ? course.until(i) : to;
            LocalDate since = judgement.day().isBefore(from) ? from : judgement.day();
            if (judgement.graveFilings() && since.isBefore(until)) {
                drawing.area(x(since), frame.top(), x(until) - x(since), frame.height(), Drawing.ROSE);
            }
        }
    }

    private void filings(List<FilingLedger.Entry> filings, boolean labelled) {
        int row = 0;
        for (FilingLedger.Entry filing : filings) {
            LocalDate day = LocalDate.ofInstant(filing.event().occurredAt(), ZoneOffset.UTC);
            if (within(day)) {
                drawing.line(x(day), frame.top() - 4, x(day), frame.top() + 8, Drawing.INK, 1);
                if (labelled) {
                    double y = frame.top() - 8 - (row % LABEL_ROWS) * ROW;
                    drawing.text(x(day), y, label(filing.event().signal()), Anchor.MIDDLE, Drawing.INK);
                    row++;
                }
            }
        }
    }

    /** Level until the next judgement, with a gap where there was no score. */
    private String score() {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < course.judgements().size(); i++) {
            Judgement judgement = course.judgements().get(i);
            Integer score = judgement.score();
            LocalDate until = course.until(i).isBefore(to) ? course.until(i) : to;
            LocalDate since = judgement.day().isBefore(from) ? from : judgement.day();
            if (score == null || !since.isBefore(until)) {
                drawn = false;
                continue;
            }
            path.append(drawn ? "L" : "M").append(Drawing.number(x(since))).append(' ');
            path.append(Drawing.number(frame.y(score))).append('H').append(Drawing.number(x(until)));
            drawn = true;
        }
        return path.isEmpty() ? "M0 0" : path.toString();
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    private double x(LocalDate day) {
        return frame.x((double) day.toEpochDay());
    }

    private static String label(String signal) {
        return signal.replaceFirst("^filing-(8k-)?", "");
    }
}
