package nl.beleidsradar.contract;

/** The families of documents that Dutch and EU government publications cite. */
public enum ReferenceKind {
    KAMERSTUK,
    DOSSIER,
    BIJLAGE,
    TK_NUMMER,
    AANHANGSEL,
    HANDELINGEN,
    STAATSBLAD,
    STAATSCOURANT,
    TRACTATENBLAD,
    ECLI,
    LJN,
    BWB,
    CVDR,
    WETSARTIKEL,
    VERDRAG,
    VERDRAGSARTIKEL,
    EU_ACT,
    PUBLICATIEBLAD,
    COM_DOC,
    COUNCIL_DOC,
    MINISTERIE_KENMERK,
    URL;

    @Override
    public String toString() {
        return WireName.of(this);
    }
}
