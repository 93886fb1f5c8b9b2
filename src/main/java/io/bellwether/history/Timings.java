package io.bellwether.history;

import io.bellwether.core.sketch.Sketch;
import io.bellwether.core.sketch.SketchBuilder;
import io.bellwether.core.sketch.TimingCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sketches of how long good observations took: the whole and each phase, in milliseconds. */
record Timings(Sketch duration, Sketch dns, Sketch connect, Sketch tls, Sketch firstByte, Sketch transfer) {

    private static final int SIZE = 6;

    static final Timings NONE = of(builders());

    static Timings of(Collection<Moment> moments) {
        SketchBuilder[] builders = builders();
        for (Moment moment : moments) {
            if (moment.outcome().good()) {
                TimingCodes codes = moment.codes();
                add(builders[0], codes.duration());
                add(builders[1], codes.dns());
                add(builders[2], codes.connect());
                add(builders[3], codes.tls());
                add(builders[4], codes.firstByte());
                add(builders[5], codes.transfer());
            }
        }
        return of(builders);
    }

    private static void add(SketchBuilder builder, short code) {
        Double value = TimingCode.decode(code);
        if (value != null) {
            builder.add(value);
        }
    }

    Timings merge(Timings other) {
        return new Timings(
                duration.merge(other.duration),
                dns.merge(other.dns),
                connect.merge(other.connect),
                tls.merge(other.tls),
                firstByte.merge(other.firstByte),
                transfer.merge(other.transfer));
    }

    byte[] bytes() {
        Packed packed = new Packed();
        all().forEach(sketch -> packed.bytes(sketch.count() == 0 ? new byte[0] : sketch.bytes()));
        return packed.toBytes();
    }

    static Timings from(byte[] bytes) {
        Unpacked unpacked = new Unpacked(bytes);
        Sketch[] sketches =
                IntStream.range(0, SIZE).mapToObj(_ -> sketch(unpacked.bytes())).toArray(Sketch[]::new);
        return of(sketches);
    }

    private Stream<Sketch> all() {
        return Stream.of(duration, dns, connect, tls, firstByte, transfer);
    }

    private static Sketch sketch(byte[] bytes) {
        return bytes.length == 0 ? Sketch.of() : Sketch.from(bytes);
    }

    private static SketchBuilder[] builders() {
        return Stream.generate(SketchBuilder::new).limit(SIZE).toArray(SketchBuilder[]::new);
    }

    private static Timings of(SketchBuilder[] builders) {
        return of(Arrays.stream(builders).map(SketchBuilder::build).toArray(Sketch[]::new));
    }

    private static Timings of(Sketch[] sketches) {
        return new Timings(sketches[0], sketches[1], sketches[2], sketches[3], sketches[4], sketches[5]);
    }
}
