package io.bellwether.monitor;

/**
 * Who runs probes.
 *
 * @param name unlike that of every other node
 * @param location where it is; empty when it does not say
 */
record NodeName(String name, String location) {}
