package io.bellwether.probe.websocket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** WebSockets of all manners below {@code /ws}, one for each path. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails is seen by the client.
final class NettyServer implements AutoCloseable {

    private static final WebSocketServerProtocolConfig PROTOCOL = WebSocketServerProtocolConfig.newBuilder()
            .websocketPath("/ws")
            .checkStartsWith(true)
            .subprotocols("chat.v1,chat.v2")
            .handleCloseFrames(false)
            .dropPongFrames(false)
            .build();

    private final EventLoopGroup threads = new NioEventLoopGroup(1);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final Channel channel;

    NettyServer(@Nullable SslContext tls) {
        this.channel = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        if (tls != null) {
                            connection.pipeline().addLast(tls.newHandler(connection.alloc()));
                        }
                        connection
                                .pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536))
                                .addLast(new WebSocketServerProtocolHandler(PROTOCOL))
                                .addLast(new Manners());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** What happened next at {@code /ws/quiet}, null when nothing did for five seconds. */
    @Nullable String event() throws InterruptedException {
        return events.poll(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Manners extends SimpleChannelInboundHandler<Object> {

        private String path = "";
        private String rest = "";

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (!(event instanceof HandshakeComplete handshake)) {
                return;
            }
            path = handshake.requestUri();
            switch (path) {
                case "/ws/ticker" -> {
                    for (int tick = 1; tick <= 5; tick++) {
                        context.writeAndFlush(new TextWebSocketFrame("tick " + tick));
                    }
                }
                case "/ws/binary" -> context.writeAndFlush(new BinaryWebSocketFrame(buffer("binary")));
                case "/ws/overloaded" -> {
                    context.writeAndFlush(new TextWebSocketFrame("welcome"));
                    context.writeAndFlush(new CloseWebSocketFrame(1013, "try later"));
                }
                default -> note("opened " + path);
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object message) {
            switch (message) {
                case FullHttpRequest _ ->
                    context.writeAndFlush(
                            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND));
                case TextWebSocketFrame text
                when path.equals("/ws/echo") -> context.writeAndFlush(new TextWebSocketFrame(text.text()));
                case TextWebSocketFrame text
                when path.equals("/ws/fragments") -> {
                    rest = text.text().substring(2);
                    context.writeAndFlush(
                            new TextWebSocketFrame(false, 0, text.text().substring(0, 2)));
                    context.writeAndFlush(new PingWebSocketFrame(buffer("between")));
                }
                case PongWebSocketFrame pong
                when pong.content().toString(StandardCharsets.UTF_8).equals("between") ->
                    context.writeAndFlush(new ContinuationWebSocketFrame(true, 0, rest));
                case CloseWebSocketFrame close -> {
                    note("closed " + close.statusCode());
                    context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
                }
                default -> note("heard " + message);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            context.close();
        }

        private void note(String event) {
            if (path.startsWith("/ws/quiet")) {
                events.add(event);
            }
        }

        private static ByteBuf buffer(String text) {
            return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        }
    }
}
