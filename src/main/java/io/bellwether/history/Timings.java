package io.bellwether.history;

import io.bellwether.core.sketch.Sketch;
import io.bellwether.core.sketch.SketchBuilder;
import io.bellwether.core.sketch.TimingCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Sketches of how long good observations took: the whole and each phase, in milliseconds. */
record Timings(Sketch duration, Sketch dns, Sketch connect, Sketch tls, Sketch firstByte, Sketch transfer) {

    private static final int SIZE = 6;

    /** Bits of a length, and the length that does not fit into them. */
    private static final int HALF = 4;

    private static final int LONG = 15;

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

    /** First the lengths of the sketches, two in a byte since most are short; of a long one the rest stands before it. */
    byte[] bytes() {
        List<byte[]> sketches = all().map(Sketch::bytes).toList();
        Packed packed = new Packed();
        for (int place = 0; place < SIZE; place += 2) {
            packed.octet((lead(sketches.get(place)) << HALF) | lead(sketches.get(place + 1)));
        }
        for (byte[] sketch : sketches) {
            if (sketch.length >= LONG) {
                packed.number(sketch.length - LONG);
            }
            packed.raw(sketch);
        }
        return packed.toBytes();
    }

    private static int lead(byte[] sketch) {
        return Math.min(sketch.length, LONG);
    }

    static Timings from(byte[] bytes) {
        Unpacked unpacked = new Unpacked(bytes);
        byte[] leads = unpacked.raw(SIZE / 2);
        Sketch[] sketches = new Sketch[SIZE];
        for (int place = 0; place < SIZE; place++) {
            int lead = (leads[place / 2] >>> (place % 2 == 0 ? HALF : 0)) & LONG;
            int length = lead < LONG ? lead : LONG + (int) unpacked.number();
            sketches[place] = Sketch.from(unpacked.raw(length));
        }
        return of(sketches);
    }

    private Stream<Sketch> all() {
        return Stream.of(duration, dns, connect, tls, firstByte, transfer);
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
