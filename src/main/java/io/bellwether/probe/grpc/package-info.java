/** The kind {@code grpc}: what a server says of itself over the gRPC health checking protocol. */
@NullMarked
package io.bellwether.probe.grpc;

import org.jspecify.annotations.NullMarked;
