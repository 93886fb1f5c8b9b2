package io.bellwether.probe.filings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.management.ThreadMXBean;
import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.RiskScore;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.core.finance.Window;
import io.bellwether.core.finance.filed.Accounts;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.fact.finance.BenchScorecard;
import io.bellwether.platform.BenchJson;
import io.bellwether.platform.Json;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;

/** Takes a company's figures the whole way: from the SEC's file to what is kept in the database, and from there to its rank. */
public final class TimedReading {

    private static final TypeReference<List<FiledFact>> FACTS = new TypeReference<>() {};
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double MEBIBYTE = 1 << 20;

    private final Json json = BenchJson.json();
    private final Scorecard scorecard = BenchScorecard.scorecard();

    /**
     * What it took.
     *
     * @param millis of CPU time
     * @param mebibytes of the heap, all that was ever asked for, what could be collected meanwhile included
     */
    public record Cost(double millis, double mebibytes) {}

    /** The most expensive of some. */
    public Cost highest(byte[] file, LocalDate day, int times) {
        Cost most = new Cost(0, 0);
        for (int i = 0; i < times; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            assess(file, day);
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            double millis = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
            most = new Cost(Math.max(most.millis, millis), Math.max(most.mebibytes, bytes / MEBIBYTE));
        }
        return most;
    }

    /** What the database keeps of a file. */
    public String kept(byte[] file) {
        return json.write(CompanyFactsReader.read(file).facts());
    }

    private void assess(byte[] file, LocalDate day) {
        List<FiledFact> facts = json.read(kept(file), FACTS);
        Window window = Accounts.of(facts, day)
                .fiscalWindow()
                .orElseThrow(() -> new IllegalStateException("It has no three fiscal years."));
        RiskScore score = CompanyAssessment.of(scorecard, window).withoutMarketValue();
        if (score == null) {
            throw new IllegalStateException("The scorecard lacks a line.");
        }
    }
}
