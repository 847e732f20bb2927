package nl.beleidsradar.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A web server that answers with recorded responses and does wrong what it is told to, in order
 * ({@link #fault}) or by chance but repeatably ({@link #randomFaults}). In texts {@code __BASE__}
 * becomes its own address and {@code __MOCK_SERVICE__} its host and port. It counts what it is
 * asked, and how much of it at one time. Written on sockets: a JDK server cannot lie about lengths.
 */
public final class ReplayServer implements AutoCloseable {

    private static final int REMEMBERED = 20_000;
    // CR LF CR LF
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    /** A request as it came in; header names are in lower case. */
    public record Request(String method, String target, Map<String, String> headers, Instant at) {

        public String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        /** The decoded value of a query parameter, "" where it is absent. */
        public String parameter(String name) {
            int query = target.indexOf('?');
            for (String pair : query < 0 ? new String[0] : target.substring(query + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts[0].equals(name) && parts.length == 2) {
                    return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                }
            }
            return "";
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** A response; with an {@code ETag} header the server answers 304 to who has it already. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public static Answer of(String type, byte[] body) {
            return new Answer(200, Map.of("Content-Type", type), body);
        }

        public static Answer xml(String body) {
            return of("application/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer json(String body) {
            return of("application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer notFound() {
            return new Answer(404, Map.of("Content-Type", "text/plain"), "not here".getBytes());
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }

    private static final class Script {
        final Pattern target;
        final ReplayFault fault;
        int left;

        Script(Pattern target, ReplayFault fault, int left) {
            this.target = target;
            this.fault = fault;
            this.left = left;
        }
    }

    private record Chance(long seed, double share, Pattern target, List<ReplayFault> faults) {}

    private final ServerSocket socket;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, Function<Request, Answer>> routes = new ConcurrentHashMap<>();
    private final Map<String, Path> folders = new ConcurrentHashMap<>();
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
    private final List<Script> scripts = new ArrayList<>();
    private final List<Chance> chances = new ArrayList<>();
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> now = new HashMap<>();
    private final Map<String, Integer> peak = new HashMap<>();
    private final Map<String, Integer> injected = new TreeMap<>();

    private ReplayServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Listens on a free port of the loopback address. */
    public static ReplayServer start() {
        return start(0);
    }

    /** Listens on a given port: a server that was away comes back under its old address. */
    public static ReplayServer start(int port) {
        try {
            ReplayServer server =
                    new ReplayServer(
                            new ServerSocket(port, 256, InetAddress.getByName("127.0.0.1")));
            Thread.ofVirtual().name("replay-server").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Answers for a path, or for a path with exactly this query. */
    public ReplayServer serve(String target, Answer answer) {
        return serve(target, request -> answer);
    }

    public ReplayServer serve(String target, Function<Request, Answer> answer) {
        routes.put(target, answer);
        return this;
    }

    /** The files of a folder under a path that ends in a slash; type by the name's ending. */
    public ReplayServer folder(String prefix, Path folder) {
        folders.put(prefix, folder);
        return this;
    }

    /** The next so many requests whose path and query match do this; scripts go in their order. */
    public ReplayServer fault(String targetPattern, ReplayFault fault, int times) {
        synchronized (scripts) {
            scripts.add(new Script(Pattern.compile(targetPattern), fault, times));
        }
        return this;
    }

    /** All requests whose path and query match do this, until {@link #heal}. */
    public ReplayServer fault(String targetPattern, ReplayFault fault) {
        return fault(targetPattern, fault, Integer.MAX_VALUE);
    }

    /**
     * A share (0 to 1) of the matching requests goes wrong. What happens to the n-th request for a
     * target follows from the seed alone, whatever the order in which requests come in.
     */
    public ReplayServer randomFaults(
            long seed, double share, String targetPattern, ReplayFault... faults) {
        synchronized (scripts) {
            chances.add(new Chance(seed, share, Pattern.compile(targetPattern), List.of(faults)));
        }
        return this;
    }

    /** No more faults. */
    public void heal() {
        synchronized (scripts) {
            scripts.clear();
            chances.clear();
        }
    }

    /** The last 20,000 requests, oldest first. */
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** How often a path was asked for, whatever the query. */
    public int count(String path) {
        synchronized (requests) {
            return counts.getOrDefault(path, 0);
        }
    }

    /** The most requests for a path at one time; for all paths together with "". */
    public int peakConcurrency(String path) {
        synchronized (requests) {
            return peak.getOrDefault(path, 0);
        }
    }

    /** How many faults of each kind were injected. */
    public Map<String, Integer> injected() {
        synchronized (scripts) {
            return new TreeMap<>(injected);
        }
    }

    @Override
    public void close() {
        try {
            stopped.countDown();
            socket.close();
            for (Socket s : open.keySet()) {
                s.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.put(connection, true);
                Thread.ofVirtual().start(() -> serveOne(connection));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serveOne(Socket connection) {
        try (connection) {
            Request request = read(connection.getInputStream());
            if (request == null) {
                return;
            }
            int nth = begin(request);
            try {
                respond(connection.getOutputStream(), request, faultFor(request, nth));
                connection.shutdownOutput();
            } finally {
                end(request);
            }
        } catch (IOException | InterruptedException e) {
            // The client gave up, as some tests want it to.
        } finally {
            open.remove(connection);
        }
    }

    private void respond(OutputStream out, Request request, ReplayFault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case null -> send(out, answer(request), 0);
            case ReplayFault.Status s ->
                    send(out, new Answer(s.code(), local(s.headers()), s.body().getBytes()), 0);
            case ReplayFault.WrongLength w -> send(out, answer(request), w.more());
            case ReplayFault.Changed c -> {
                Answer a = answer(request);
                send(out, new Answer(200, a.headers(), ReplayFault.changed(c, a.body())), 0);
            }
            case ReplayFault.Hang() -> stopped.await();
            case ReplayFault.HangUp() -> {}
            case ReplayFault.Drip d -> {
                Answer a = answer(request);
                out.write(head(a, a.body().length));
                for (byte b : a.body()) {
                    out.write(b);
                    out.flush();
                    if (stopped.await(d.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        }
    }

    private void send(OutputStream out, Answer answer, int more) throws IOException {
        out.write(head(answer, Math.max(0, answer.body().length + more)));
        out.write(answer.body());
        out.flush();
    }

    private static byte[] head(Answer answer, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Replayed\r\n");
        answer.headers().forEach((k, v) -> head.append(k).append(": ").append(v).append("\r\n"));
        if (answer.status() != 304) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Answer answer(Request request) {
        Function<Request, Answer> route = routes.get(request.target());
        route = route == null ? routes.get(request.path()) : route;
        Answer answer = route == null ? file(request.path()) : route.apply(request);
        String etag = answer.headers().getOrDefault("ETag", "");
        if (!etag.isEmpty() && etag.equals(request.header("If-None-Match"))) {
            return new Answer(304, answer.headers(), new byte[0]);
        }
        String type = answer.headers().getOrDefault("Content-Type", "");
        byte[] body =
                type.matches(".*(xml|json|html|text).*") ? local(answer.body()) : answer.body();
        return new Answer(
                answer.status(),
                local(answer.headers()),
                request.method().equals("HEAD") ? new byte[0] : body);
    }

    private Answer file(String path) {
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            if (path.startsWith(folder.getKey()) && !path.contains("..")) {
                Path file = folder.getValue().resolve(path.substring(folder.getKey().length()));
                if (Files.isRegularFile(file)) {
                    try {
                        return Answer.of(typeOf(path), Files.readAllBytes(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }
        return Answer.notFound();
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "xml" -> "application/xml; charset=utf-8";
            case "json" -> "application/json; charset=utf-8";
            case "html", "xhtml" -> "text/html; charset=utf-8";
            case "pdf" -> "application/pdf";
            case "odt" -> "application/vnd.oasis.opendocument.text";
            default -> "application/octet-stream";
        };
    }

    private byte[] local(byte[] text) {
        return local(new String(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private String local(String text) {
        return text.replace("__BASE__", base().toString())
                .replace("__MOCK_SERVICE__", base().getAuthority());
    }

    private Map<String, String> local(Map<String, String> headers) {
        Map<String, String> replaced = new LinkedHashMap<>();
        headers.forEach((k, v) -> replaced.put(k, local(v)));
        return replaced;
    }

    private ReplayFault faultFor(Request request, int nth) {
        synchronized (scripts) {
            ReplayFault fault = scripted(request);
            for (Chance c : fault == null ? chances : List.<Chance>of()) {
                Random random =
                        new Random(c.seed() * 31 + request.target().hashCode() * 1_000_003L + nth);
                random.nextInt(); // The first number of near seeds is near too.
                if (c.target().matcher(request.target()).find()
                        && random.nextDouble() < c.share()) {
                    fault = c.faults().get(random.nextInt(c.faults().size()));
                    break;
                }
            }
            if (fault != null) {
                injected.merge(fault.getClass().getSimpleName(), 1, Integer::sum);
            }
            return fault;
        }
    }

    private ReplayFault scripted(Request request) {
        for (Script script : scripts) {
            if (script.left > 0 && script.target.matcher(request.target()).find()) {
                script.left--;
                return script.fault;
            }
        }
        return null;
    }

    /** Counts a request in; tells the how-manieth it is for its path and query. */
    private int begin(Request request) {
        synchronized (requests) {
            if (requests.size() == REMEMBERED) {
                requests.removeFirst();
            }
            requests.add(request);
            for (String key : List.of(request.path(), "")) {
                int current = now.merge(key, 1, Integer::sum);
                peak.merge(key, current, Math::max);
            }
            counts.merge("", 1, Integer::sum);
            if (!request.target().equals(request.path())) {
                counts.merge(request.path(), 1, Integer::sum);
            }
            return counts.merge(request.target(), 1, Integer::sum);
        }
    }

    private void end(Request request) {
        synchronized (requests) {
            for (String key : List.of(request.path(), "")) {
                now.merge(key, -1, Integer::sum);
            }
        }
    }

    private static Request read(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != END_OF_HEAD) {
            int b = in.read();
            if (b < 0 || head.size() > 65_536) {
                return null;
            }
            head.write(b);
            lastFour = lastFour << 8 | b;
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        String[] first = lines[0].split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(first[0], first[1], headers, Instant.now());
    }
}
