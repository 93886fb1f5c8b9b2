package io.bellwether.bench;

/** One thing to find out. */
interface Scenario {

    /** How it is asked for on the command line. */
    String name();

    void run(Bench bench, Report report) throws Exception;
}
