package check

import (
	"context"
	"io"
)

// mostOverflow is of how many pages a leaf may be that is still looked at as a whole.
const mostOverflow = 4096

// Salvage calls each with every key and value that stands in something that looks like a leaf, wherever in the file, also in
// pages that belong to nothing any more. Nothing is believed of them: who calls it judges each by its own checksum. Of a page
// of which only a part makes sense, that part is given.
func Salvage(ctx context.Context, r io.ReaderAt, size int64, each func(key, value []byte)) error {
	pageSize := int64(4096)
	if m := ReadMetas(r); m.Sound > 0 {
		pageSize = int64(m.Newest.PageSize)
	}
	one := make([]byte, pageSize)
	for at := int64(0); at+pageHeader < size; at += pageSize {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := r.ReadAt(one, at)
		p := page(one[:n])
		if n < pageHeader || err != nil && err != io.EOF || p.flags() != leafPage {
			continue
		}
		if more := int64(p.overflow()); more > 0 && more < mostOverflow && more < (size-at)/pageSize+1 {
			whole := make([]byte, min((more+1)*pageSize, size-at))
			if n, err := r.ReadAt(whole, at); err == nil || err == io.EOF {
				p = whole[:n]
			}
		}
		p.salvage(each)
	}
	return nil
}

// salvage gives what can be read of a leaf, each element by where it says that it stands. The small pages that stand inside
// the values of buckets are looked into as well.
func (p page) salvage(each func(key, value []byte)) {
	for i := range p.count() {
		if pageHeader+(i+1)*elementSize > len(p) {
			return
		}
		e, ok := p.loose(i)
		if !ok {
			continue
		}
		if small := page(e.value); e.bucket && len(small) >= 16+pageHeader && small[16:].flags() == leafPage {
			small[16:].salvage(each)
			continue
		}
		each(e.key, e.value)
	}
}

// loose reads an element that may stand anywhere in the page.
func (p page) loose(i int) (element, bool) {
	head := pageHeader + i*elementSize
	at := head + int(uint32At(p, head+4))
	if at < head || at > len(p) {
		return element{}, false
	}
	key, value := int(uint32At(p, head+8)), int(uint32At(p, head+12))
	if key == 0 || key > mostKey || value > len(p) || at+key+value > len(p) {
		return element{}, false
	}
	return element{key: p[at : at+key], value: p[at+key : at+key+value], bucket: uint32At(p, head) == bucketLeaf}, true
}
