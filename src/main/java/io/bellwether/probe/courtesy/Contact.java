package io.bellwether.probe.courtesy;

import io.bellwether.platform.egress.WireFailure;

/** One request or connection, and what it brings. */
@FunctionalInterface
public interface Contact<T> {

    T make() throws WireFailure;
}
