package exchange

// The limits. They are far above any real list (the largest known has some thousand rows) and low enough that a hostile
// file costs seconds and some hundred megabytes at worst, on the old laptops this runs on.
const (
	// MaxFileBytes is the largest file that is opened, of either format: 64 MiB.
	MaxFileBytes = 64 << 20
	// MaxUnpackedBytes is how much may come out of a workbook's zip, counted while it comes out: 256 MiB over all parts.
	MaxUnpackedBytes = 256 << 20
	// MaxEntries is how many files a workbook's zip may list.
	MaxEntries = 10_000
	// MaxRows is how many rows with content one table may have.
	MaxRows = 200_000
	// MaxColumns is the number of columns that may hold content: A to IV.
	MaxColumns = 256
	// MaxCells is how many cells one table may have, which bounds what wide and long tables together take: about 100 MB.
	MaxCells = 4_000_000
	// MaxCellRunes is the longest cell, as in Excel; what is longer is cut and noted.
	MaxCellRunes = 32_767
)

const (
	// maxDirectoryBytes bounds what is read to list a zip, before the number of its entries can be known.
	maxDirectoryBytes = 4 << 20
	// maxRatio is the compression beyond which a part is a bomb and not a table: real sheets stay below 60, deflate ends at
	// 1032. Small parts are let off, they can do no harm.
	maxRatio      = 250
	ratioFreeSize = 8 << 20
	// maxDepth is how deep elements of a workbook's XML may nest; Excel's own stay below 20.
	maxDepth = 64
	// maxRawCell bounds the bytes of one cell before its entities are resolved; 32,767 characters all written as "&quot;"
	// fit.
	maxRawCell = 512 << 10
	// maxQuoted bounds the search for a closing quote: every character of the longest cell in four bytes.
	maxQuoted = 4 * MaxCellRunes
	// maxStyles and maxSheets bound lists that a workbook declares.
	maxStyles = 1 << 16
	maxSheets = 1_000
)
