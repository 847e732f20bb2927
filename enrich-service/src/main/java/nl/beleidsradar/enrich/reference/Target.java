package nl.beleidsradar.enrich.reference;

import nl.beleidsradar.contract.ReferenceKind;

/** One cited document: its family and the one spelling of its id. */
record Target(ReferenceKind kind, String canonical) {}
