package io.bellwether.alert.voice;

/** Whom to tell of templates that fail. */
public interface FailureBell {

    void ring(TemplateFailed failure);
}
