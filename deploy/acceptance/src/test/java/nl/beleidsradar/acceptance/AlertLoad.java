package nl.beleidsradar.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Subscriptions, and documents that give them something to tell; the same for the same numbers. No
 * sentence is in two documents, so that the outcome does not depend on the order of arrival.
 *
 * @param webhooks where the receiver of webhooks listens
 */
record AlertLoad(int documents, int subscriptions, URI webhooks) {

    private static final int SEED = 20261121;

    private static final List<String> WORDS =
            List.of(
                    "stikstofdepositie",
                    "woningbouw",
                    "jeugdzorg",
                    "luchtkwaliteit",
                    "waterveiligheid",
                    "arbeidsmarkt",
                    "kinderopvang",
                    "energieprijzen",
                    "spoorvervoer",
                    "veehouderij",
                    "ondernemersklimaat",
                    "schuldhulpverlening",
                    "mantelzorg",
                    "inburgering",
                    "cultuurbeleid",
                    "vuurwerkverbod",
                    "pensioenstelsel",
                    "huurtoeslag",
                    "netcongestie",
                    "drinkwater");

    /**
     * The JSON bodies of the subscriptions: half to the inbox, a quarter each by mail and webhook.
     */
    List<String> bodies() {
        return IntStream.range(0, subscriptions).mapToObj(this::body).toList();
    }

    private String body(int i) {
        return """
        {"name":"abonnement %d","follow":%s,"channel":%s,"frequency":"immediate"}\
        """
                .formatted(i, follow(i), channel(i));
    }

    private static String follow(int i) {
        return switch (i % 10) {
            case 0 -> "{\"theme\":\"cyber\",\"query\":\"aangifte\"}";
            case 1 -> "{\"reference\":\"kst-36600-%d\"}".formatted(2 + i % 7);
            case 2 -> "{\"dossier\":\"36600\",\"query\":\"%s\"}".formatted(word(i));
            case 3 -> "{\"query\":\"%s -%s\"}".formatted(word(i), word(i + 3));
            case 4 -> "{\"query\":\"%s OR %s\"}".formatted(word(i), word(i + 5));
            default -> "{\"query\":\"%s\"}".formatted(word(i));
        };
    }

    private static String word(int i) {
        return WORDS.get((i * 7) % WORDS.size());
    }

    private String channel(int i) {
        return switch (i % 4) {
            case 0, 1 -> "{\"kind\":\"inbox\"}";
            case 2 -> "{\"kind\":\"mail\"}";
            default -> "{\"kind\":\"webhook\",\"to\":\"%s\"}".formatted(webhooks.resolve("/" + i));
        };
    }

    /** Whether a document of somebody else's has nothing that is followed here. */
    static boolean saysNothing(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return !folded.contains("aangifte")
                && !folded.matches("(?s).*36[ .]?600.*")
                && WORDS.stream().noneMatch(folded::contains);
    }

    /** Writes document {@code i} of the load into a folder. */
    void write(Path folder, int i) throws IOException {
        var random = new Random(SEED + i);
        List<String> sentences = new ArrayList<>();
        sentences.add("Brief %d over de voortgang".formatted(i));
        for (int s = 0; s < 4; s++) {
            sentences.add(
                    "Over %s en %s is in gemeente %d onder punt %d opnieuw overlegd."
                            .formatted(any(random), any(random), i, s));
        }
        if (random.nextInt(3) == 0) {
            sentences.add("In gemeente %d is na een cyberaanval aangifte gedaan.".formatted(i));
        }
        if (random.nextInt(3) == 0) {
            sentences.add(
                    "Voor gemeente %d verwijs ik naar Kamerstuk 36 600, nr. %d."
                            .formatted(i, 2 + random.nextInt(7)));
        }
        Path written = folder.resolve("." + i + ".part");
        Files.writeString(written, sentences.stream().collect(Collectors.joining("\n\n")) + "\n");
        Files.move(written, folder.resolve("brief-%05d.txt".formatted(i)));
    }

    private static String any(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
