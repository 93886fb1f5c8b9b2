package io.bellwether.notify;

/** A kind of channel together with settings of its own type. */
record ConfiguredKind<S extends Record>(Channel<S> channel, S settings) {

    Recipients recipients() {
        return channel.recipients(settings);
    }

    Delivery send(Message message, String receiver) {
        return channel.send(message, settings, receiver);
    }
}
