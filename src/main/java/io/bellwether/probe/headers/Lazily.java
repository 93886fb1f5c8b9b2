package io.bellwether.probe.headers;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A value that is made when it is first asked for; several may make it at once, and one of theirs stays. */
final class Lazily {

    private Lazily() {}

    static <T> Supplier<T> once(Supplier<T> maker) {
        AtomicReference<T> made = new AtomicReference<>();
        return () -> {
            T value = made.get();
            if (value == null) {
                made.compareAndSet(null, maker.get());
                value = made.get();
            }
            return value;
        };
    }
}
