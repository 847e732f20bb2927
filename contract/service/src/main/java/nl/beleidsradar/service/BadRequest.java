package nl.beleidsradar.service;

/** The caller's input cannot be used; the message names the parameter and what it may be. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String detail;

    public BadRequest(String detail) {
        super(detail);
        this.detail = detail;
    }

    @Override
    public String getMessage() {
        return detail;
    }
}
