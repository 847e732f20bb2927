/**
 * One controller a page or JSON resource: pages are named {@code *Controller} and answer HTML, the
 * {@code *Api} classes answer the JSON that other programs rely on.
 */
@NullMarked
package nl.beleidsradar.search.web;

import org.jspecify.annotations.NullMarked;
