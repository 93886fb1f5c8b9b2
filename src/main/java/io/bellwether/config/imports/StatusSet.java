package io.bellwether.config.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** HTTP statuses that are right. */
public final class StatusSet {

    private static final int FIRST = 100;
    private static final int END = 600;

    private final BitSet statuses = new BitSet();

    private StatusSet() {}

    public static StatusSet all() {
        StatusSet all = new StatusSet();
        all.statuses.set(FIRST, END);
        return all;
    }

    /** Leaves those of which this is true. */
    public void keep(IntPredicate wanted) {
        for (int status = FIRST; status < END; status++) {
            if (!wanted.test(status)) {
                statuses.clear(status);
            }
        }
    }

    public boolean isEmpty() {
        return statuses.isEmpty();
    }

    /** Single statuses and ranges such as {@code 200-299}, ascending. */
    public List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        for (int from = statuses.nextSetBit(0); from >= 0; ) {
            int end = statuses.nextClearBit(from);
            ranges.add(end - from == 1 ? String.valueOf(from) : from + "-" + (end - 1));
            from = statuses.nextSetBit(end);
        }
        return ranges;
    }
}
