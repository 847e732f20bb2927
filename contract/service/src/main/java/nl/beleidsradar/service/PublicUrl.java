package nl.beleidsradar.service;

import java.net.URI;

/**
 * Where people reach the pages: the start of every link that leaves them, in mails and feeds.
 *
 * @param base http or https, without query; a slash at its end changes nothing
 */
public record PublicUrl(URI base) {

    public PublicUrl {
        if (base.getHost() == null
                || base.getRawQuery() != null
                || !("http".equals(base.getScheme()) || "https".equals(base.getScheme()))) {
            throw new IllegalArgumentException(
                    "beleidsradar.public-url must be as https://radar.example.org, not " + base);
        }
    }

    /**
     * The whole address of a page.
     *
     * @param path with its leading slash, percent-encoded
     */
    public String of(String path) {
        String start = base.toString();
        return (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path;
    }
}
