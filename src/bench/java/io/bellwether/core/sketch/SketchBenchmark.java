package io.bellwether.core.sketch;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An hour of answers in a sketch: how it is made, joined with another, stored, read and asked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SketchBenchmark {

    private static final int VALUES = 60;

    private double[] values = new double[0];
    private Sketch one = Sketch.EMPTY;
    private Sketch other = Sketch.EMPTY;
    private byte[] stored = new byte[0];

    @Setup
    public void fill() {
        Random random = new Random(42);
        values = random.doubles(VALUES).map(x -> 80 * Math.exp(x)).toArray();
        one = Sketch.of(values);
        other = Sketch.of(random.doubles(VALUES).map(x -> 90 * Math.exp(x)).toArray());
        stored = one.bytes();
    }

    @Benchmark
    public Sketch make() {
        return Sketch.of(values);
    }

    @Benchmark
    public Sketch merge() {
        return one.merge(other);
    }

    @Benchmark
    public byte[] write() {
        return one.bytes();
    }

    @Benchmark
    public Sketch read() {
        return Sketch.from(stored);
    }

    @Benchmark
    public double percentile() {
        return one.quantile(0.95);
    }
}
