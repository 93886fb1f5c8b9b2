package io.bellwether.notify;

/** A kind of channel together with settings of its own type. */
record ConfiguredKind<S extends Record>(Channel<S> channel, S settings) {

    Recipients recipients() {
        return channel.recipients(settings);
    }

    Delivery send(Message message, Destination destination) {
        return channel.send(message, settings, destination);
    }
}
