package io.bellwether.probe.headers;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for; several may make it at once, and one of theirs stays. */
final class Lazily {

    private Lazily() {}

    static <T> Supplier<T> once(Supplier<T> maker) {
        AtomicReference<@Nullable T> made = new AtomicReference<@Nullable T>();
        return () -> {
            T known = made.get();
            if (known != null) {
                return known;
            }
            T fresh = maker.get();
            T before = made.compareAndExchange(null, fresh);
            return before == null ? fresh : before;
        };
    }
}
