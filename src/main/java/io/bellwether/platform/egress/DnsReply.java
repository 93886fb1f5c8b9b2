package io.bellwether.platform.egress;

import java.net.InetSocketAddress;
import org.xbill.DNS.Message;

/**
 * What a name server said.
 *
 * @param message complete and readable, an answer to the question that was asked; any response code is an answer
 * @param server who said it
 * @param overTcp whether it was too long for a datagram
 * @param millis from the first datagram that asked, lost ones included, to the whole answer
 */
public record DnsReply(Message message, InetSocketAddress server, boolean overTcp, double millis) {}
