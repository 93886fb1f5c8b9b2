package io.bellwether.alert.voice;

/** A template that cannot be used; says why. */
final class BrokenTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TemplateFault fault;

    BrokenTemplate(TemplateFault fault) {
        super("line " + fault.line() + ": " + fault.detail());
        this.fault = fault;
    }

    TemplateFault fault() {
        return fault;
    }
}
