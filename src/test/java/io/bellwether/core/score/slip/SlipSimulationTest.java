package io.bellwether.core.score.slip;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.score.slip.SlipSimulation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Prints the table of {@code docs/slips.md} and holds it to it. */
class SlipSimulationTest {

    private static final Path PAGE = Path.of("docs/slips.md");

    @Test
    void slipsAreFoundAndWeatherIsNot() throws IOException {
        double calm = SlipSimulation.falseAlarms(0);
        double sluggish = SlipSimulation.falseAlarms(0.5);
        Result step = SlipSimulation.slips(0, SlipSimulationTest::step);
        Result sluggishStep = SlipSimulation.slips(0.5, SlipSimulationTest::step);
        String table = row("nothing", 0, calm)
                + row("a step of -6 points", 0, step)
                + row("-10 points in 26 weeks", 0, SlipSimulation.slips(0, SlipSimulationTest::ramp))
                + row("-10 points a year", 0, SlipSimulation.slips(0, SlipSimulationTest::slow))
                + row("nothing", 0.5, sluggish)
                + row("a step of -6 points", 0.5, sluggishStep);
        System.out.print(table);

        assertThat(calm).isLessThanOrEqualTo(0.05);
        assertThat(sluggish).isLessThanOrEqualTo(0.05);
        assertThat(step.caught()).isGreaterThanOrEqualTo(0.95);
        assertThat(step.delay()).isLessThanOrEqualTo(9);
        assertThat(sluggishStep.caught()).isGreaterThanOrEqualTo(0.55);
        assertThat(Files.readString(PAGE)).contains(table);
    }

    private static double step(int week) {
        return -6;
    }

    private static double ramp(int week) {
        return -10 * Math.min(1, (week + 1) / 26.0);
    }

    private static double slow(int week) {
        return -10 * (week + 1) / 52.0;
    }

    private static String row(String change, double autocorrelation, double falseAlarms) {
        return String.format(
                Locale.ROOT, "| %s | %.1f | %.1f %% in four years | |%n", change, autocorrelation, falseAlarms * 100);
    }

    private static String row(String change, double autocorrelation, Result result) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f %% within 26 weeks | %d weeks |%n",
                change,
                autocorrelation,
                result.caught() * 100,
                result.delay());
    }
}
