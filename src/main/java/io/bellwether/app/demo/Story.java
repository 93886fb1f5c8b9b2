package io.bellwether.app.demo;

import java.time.Duration;
import java.time.Instant;

/** Where the demo's story stands: when it began, and how far it is. */
record Story(Instant began, Duration elapsed) {}
