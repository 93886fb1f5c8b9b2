package io.bellwether.notify;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param to who gets the test message, instead of the channel's own addresses */
record TestRequest(@Nullable @Email @Size(max = 254) String to) {

    static final TestRequest PLAIN = new TestRequest(null);
}
