package io.bellwether;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Throws inputs at a parser that are nearly what it expects: examples of it, cut, doubled, spliced and sprinkled. The parser must
 * throw nothing and take at most 10 ms of processor time for each: what the collector, the compiler and other processes take
 * does not count.
 */
public final class Fuzz {

    /** How many inputs, a million unless {@code -Dfuzz.inputs} says otherwise. */
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_000_000);

    private static final long LONGEST_NANOS = 10_000_000;
    private static final int LONGEST_INPUT = 64 * 1024;

    /** So often is a slow input tried again: the first ones run before the parser is compiled. */
    private static final int AGAIN = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String SPRINKLES =
            "\0\t\r\n \"'();:,=%+-*/\\.<>@[]{}0123456789aZ_~^|&?!#$`\u007f\u00a0\u00e4\u202e\u2028\ufeff\uffff\ud83d\ude00";

    private final Random random;
    private final List<byte[]> examples;

    private Fuzz(long seed, List<byte[]> examples) {
        this.random = new Random(seed);
        this.examples = examples;
    }

    public static void text(long seed, List<String> examples, Consumer<String> parser) {
        List<byte[]> bytes = examples.stream()
                .map(example -> example.getBytes(StandardCharsets.UTF_8))
                .toList();
        bytes(seed, bytes, input -> parser.accept(new String(input, StandardCharsets.UTF_8)));
    }

    public static void bytes(long seed, List<byte[]> examples, Consumer<byte[]> parser) {
        Fuzz fuzz = new Fuzz(seed, examples);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = fuzz.next();
            long nanos = nanos(i, input, parser);
            for (int again = 0; nanos > LONGEST_NANOS && again < AGAIN; again++) {
                nanos = Math.min(nanos, nanos(i, input, parser));
            }
            if (nanos > LONGEST_NANOS) {
                throw new AssertionError(nanos + " ns for " + shown(i, input));
            }
        }
    }

    private static long nanos(int number, byte[] input, Consumer<byte[]> parser) {
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            parser.accept(input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("thrown at " + shown(number, input), e);
        }
        return THREADS.getCurrentThreadCpuTime() - begun;
    }

    private byte[] next() {
        byte[] input = example();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            input = changed(input);
        }
        return input.length <= LONGEST_INPUT ? input : Arrays.copyOf(input, LONGEST_INPUT);
    }

    private byte[] example() {
        return examples.get(random.nextInt(examples.size()));
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(input.length - from, 40) + 1);
        return switch (random.nextInt(8)) {
            case 0 -> joined(input, from, new byte[0], to);
            case 1 -> joined(input, from, sprinkle(), from);
            case 2 -> joined(input, from, sprinkle(), to);
            case 3 -> joined(input, to, Arrays.copyOfRange(input, from, to), to);
            case 4 -> joined(input, from, repeated(Arrays.copyOfRange(input, from, to)), to);
            case 5 -> joined(input, from, example(), to);
            case 6 -> flipped(input);
            default -> Arrays.copyOf(input, from);
        };
    }

    private static byte[] joined(byte[] input, int end, byte[] middle, int rest) {
        byte[] joined = new byte[end + middle.length + input.length - rest];
        System.arraycopy(input, 0, joined, 0, end);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(input, rest, joined, end + middle.length, input.length - rest);
        return joined;
    }

    private byte[] sprinkle() {
        int at = random.nextInt(SPRINKLES.length());
        return SPRINKLES.substring(at, at + 1).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] repeated(byte[] part) {
        int times = random.nextInt(20) == 0 ? 2_000 : 1 + random.nextInt(20);
        byte[] repeated = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, repeated, i * part.length, part.length);
        }
        return repeated;
    }

    private byte[] flipped(byte[] input) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static String shown(int number, byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        String begin = text.substring(0, Math.min(text.length(), 500)).replaceAll("[^ -~]", ".");
        return "input " + number + " of " + input.length + " bytes: " + begin;
    }
}
