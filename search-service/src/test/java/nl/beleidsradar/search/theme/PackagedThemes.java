package nl.beleidsradar.search.theme;

/** The packaged themes, for tests of other packages. */
public final class PackagedThemes {

    private PackagedThemes() {}

    public static Themes read() {
        return new Themes(new ThemeSettings("classpath*:themes/*.yaml"));
    }
}
