/** A table of a report. */
export type ReportTable = {
  readonly title: string;
  readonly columns: readonly {
    readonly label: string;
    readonly kind: 'text' | 'number' | 'percent' | 'date';
  }[];
  /** `percent` cells are 0–100; `date` cells are `YYYY-MM-DD`; `null` stays empty. */
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** A report that can be handed in: the same content as XLSX and as DOCX in the layout of Vietnamese offices. */
export type Report = {
  /** `TỈNH ỦY LAM GIANG`; `null` where there is none above. */
  readonly superior: string | null;
  /** `BAN TỔ CHỨC`. */
  readonly office: string;
  /** `Lam Giang`. */
  readonly place: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `BÁO CÁO`. */
  readonly kind: string;
  /** `Kết quả thực hiện chỉ tiêu …`. */
  readonly title: string;
  /** Where it rests on samples or unapproved rules, said at the top of every page or sheet. */
  readonly mark: string | null;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  /** Căn cứ: written citations of the provisions that the figures rest on. */
  readonly sources: readonly string[];
};
