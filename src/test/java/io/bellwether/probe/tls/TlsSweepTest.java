package io.bellwether.probe.tls;
class TlsSweepTest {}
